import { generateKeyPairSync } from 'node:crypto';
import { certificate } from '../../sandbox/identity/certificate.ts';
import { der, sequence } from '../../sandbox/identity/der.ts';

export interface TlsCertificate {
  key: string;
  /** In PEM; it vouches for itself, so whoever is to believe it is given it as an authority. */
  cert: string;
}

/** A certificate of this machine for the names of other hosts, good for a day. */
export function tlsCertificate(hosts: readonly string[]): TlsCertificate {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const now = Date.now();
  const validity = { notBefore: new Date(now - hourMs), notAfter: new Date(now + 24 * hourMs) };
  const extensions = [isAuthority, signsItself, namesOf(hosts)];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificate(privateKey, 'stand-in for Google', validity, extensions),
  };
}

const hourMs = 60 * 60 * 1000;
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const yes = der(0x01, Buffer.of(0xff));
const within = (content: Uint8Array) => der(0x04, content);

/** Basic constraints (2.5.29.19), key usage (2.5.29.15): digital signature and signing of certificates (RFC 5280). */
const isAuthority = sequence(objectId('551d13'), yes, within(sequence(yes)));
const signsItself = sequence(objectId('551d0f'), yes, within(der(0x03, Buffer.of(2, 0x84))));

/** Subject alternative names (2.5.29.17), each a DNS name. */
function namesOf(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) => der(0x82, Buffer.from(host)));
  return sequence(objectId('551d11'), within(sequence(...names)));
}
