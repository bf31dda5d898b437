import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { der, integer, sequence, time } from './der.ts';

export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

/** A self-signed certificate such as Google publishes of each key of a service account (RFC 5280), in PEM. */
export function certificate(
  privateKey: KeyObject,
  name: string,
  validity: Validity,
  extensions: Uint8Array[] = [digitalSignatureOnly],
): string {
  const subject = nameOf(name);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const toBeSigned = sequence(
    der(0xa0, integer('02')), // version 3
    integer(`01${Buffer.from(name).toString('hex').slice(0, 14)}`),
    sha256WithRsa,
    subject,
    sequence(time(validity.notBefore), time(validity.notAfter)),
    subject,
    publicKey,
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const signed = sequence(toBeSigned, sha256WithRsa, der(0x03, Buffer.of(0), signature));
  const lines = signed.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** 1.2.840.113549.1.1.11 */
const sha256WithRsa = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));

/** Key usage (2.5.29.15), critical. */
const digitalSignatureOnly = sequence(
  der(0x06, Buffer.from('551d0f', 'hex')),
  der(0x01, Buffer.of(0xff)),
  der(0x04, der(0x03, Buffer.of(7, 0x80))),
);

/** Google names the account with dots in place of the @; a common name has at most 64 characters. */
function nameOf(name: string): Buffer {
  const commonName = der(0x06, Buffer.from('550403', 'hex'));
  const text = der(0x0c, Buffer.from(name.replace('@', '.').slice(0, 64)));
  return sequence(der(0x31, sequence(commonName, text)));
}
