import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type KeyCheck, newKeyFile } from './key-check.ts';
import { repairPrivateKey } from './repair-private-key.ts';

/** 4,096 bits sign in some 5 ms; a key of 16,384 would take 217. In PKCS#8 PEM it has 3,272 characters. */
const longestPem = 4_000;
const fewestBits = 2048;
const mostBits = 4096;

export interface Examined {
  check: KeyCheck;
  /** The key as PEM, its lines in order; only if it signs. */
  pem?: string;
}

const failed = (cause: string, detail: string): Examined => ({
  check: { id: 'A4', outcome: 'failed', cause, detail },
});
const again = `Please ${newKeyFile}.`;

/** Parses, measures, signs and verifies once: parsing alone accepts most corrupted keys. */
export function examinePrivateKey(text: string): Examined {
  const { pem, repairs } = repairPrivateKey(text);
  const fault = faultOfText(pem);
  if (fault) return fault;
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    return failed('unreadable', `The private key in the file is damaged. ${again}`);
  }
  return (
    faultOfKey(key) ??
    (signs(key)
      ? whole(pem, repairs)
      : failed('does-not-sign', `The private key in the file is damaged. ${again}`))
  );
}

function faultOfText(pem: string): Examined | undefined {
  const blocks = pem.match(/-----BEGIN [A-Z0-9 ]{1,40}-----/g) ?? [];
  if (/BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    return failed('encrypted', `The private key in the file is locked with a password. ${again}`);
  }
  if (blocks.length > 1)
    return failed('two-keys', `The file holds more than one private key. ${again}`);
  if (blocks.some((block) => /PUBLIC KEY|CERTIFICATE/.test(block))) {
    return failed(
      'public-half',
      `The file holds the public half of the key, not the private one. ${again}`,
    );
  }
  if (blocks.length === 0 || !(blocks[0] ?? '').includes('PRIVATE KEY')) {
    return failed('no-pem', `The private key in the file lacks its first line. ${again}`);
  }
  if (!/-----END [A-Z0-9 ]{1,40}-----/.test(pem)) {
    const cutOff = failed(
      'cut-off',
      `The private key in the file breaks off after ${String(pem.length)} characters. ${again}`,
    );
    return { check: { ...cutOff.check, evidence: { characters: pem.length } } };
  }
  if (pem.length > longestPem)
    return failed('too-long', `The private key has more than ${String(mostBits)} bits. ${again}`);
  return undefined;
}

function faultOfKey(key: KeyObject): Examined | undefined {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa')
    return failed(
      'not-rsa',
      `The private key is of a kind that Google does not give to service accounts. ${again}`,
    );
  if (bits < fewestBits)
    return failed('too-short', `The private key has only ${String(bits)} bits. ${again}`);
  if (bits > mostBits)
    return failed('too-long', `The private key has more than ${String(mostBits)} bits. ${again}`);
  return undefined;
}

function signs(key: KeyObject): boolean {
  const probe = Buffer.from('does this key sign what its public half verifies');
  try {
    return verify('sha256', probe, createPublicKey(key), sign('sha256', probe, key));
  } catch {
    return false; // broken factors: OpenSSL refuses to sign with them
  }
}

function whole(pem: string, repairs: string[]): Examined {
  if (repairs.length === 0) {
    return {
      pem,
      check: {
        id: 'A4',
        outcome: 'passed',
        cause: 'signs',
        detail: 'The private key is whole and signs.',
      },
    };
  }
  return {
    pem,
    check: {
      id: 'A4',
      outcome: 'warning',
      cause: 'line-breaks-repaired',
      detail: 'The line breaks of the private key were damaged, and could be repaired.',
      evidence: { repairs },
    },
  };
}
