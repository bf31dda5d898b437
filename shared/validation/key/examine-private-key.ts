import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { faultOfPem, type PemFault } from './fault-of-pem.ts';
import { type KeyCheck, newKeyFile } from './key-check.ts';
import { partsAgree } from './parts-agree.ts';
import { type PemRepair, repairPrivateKey } from './repair-private-key.ts';
import { writtenAnew } from './written-anew.ts';

const fewestBits = 2048;
const mostBits = 4096;

export interface Examined {
  check: KeyCheck;
  /** The key as PEM, its lines in order; only if it signs. */
  pem?: string;
}

/** Parses, measures, signs and verifies once: parsing alone accepts most corrupted keys. */
export function examinePrivateKey(text: string): Examined {
  const repaired = repairPrivateKey(text);
  const key = faultOfPem(repaired) ?? parsed(repaired.pem);
  if ('cause' in key) return failed(key);
  const fault = faultOfKey(key);
  if (fault) return failed(fault);
  const pem = writtenAnew(key, repaired.pem);
  return pem.trim() === repaired.pem.trim()
    ? whole(repaired.pem, repaired.repairs)
    : whole(pem, [...repaired.repairs, 'encoding']);
}

const damaged = 'The private key in the file is damaged';

function parsed(pem: string): KeyObject | PemFault {
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    return { cause: 'unreadable', detail: `${damaged}.` };
  }
}

function faultOfKey(key: KeyObject): PemFault | undefined {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa')
    return {
      cause: 'not-rsa',
      detail: 'The private key is of a kind that Google does not give to service accounts.',
    };
  if (!partsAgree(key))
    return { cause: 'parts-disagree', detail: `${damaged}: its parts do not belong together.` };
  if (bits < fewestBits)
    return { cause: 'too-short', detail: `The private key has only ${bits} bits.` };
  if (bits > mostBits)
    return { cause: 'too-long', detail: `The private key has more than ${mostBits} bits.` };
  return signs(key) ? undefined : { cause: 'does-not-sign', detail: `${damaged}.` };
}

function signs(key: KeyObject): boolean {
  const probe = Buffer.from('does this key sign what its public half verifies');
  try {
    return verify('sha256', probe, createPublicKey(key), sign('sha256', probe, key));
  } catch {
    return false; // broken factors: OpenSSL refuses to sign with them
  }
}

function failed({ cause, detail, evidence }: PemFault): Examined {
  const told = { cause, detail: `${detail} Please ${newKeyFile}.`, ...(evidence && { evidence }) };
  return { check: { id: 'A4', outcome: 'failed', ...told } };
}

function whole(pem: string, repairs: (PemRepair | 'encoding')[]): Examined {
  if (repairs.length === 0) {
    const detail = 'The private key is whole and signs.';
    return { pem, check: { id: 'A4', outcome: 'passed', cause: 'signs', detail } };
  }
  const others = repairs.flatMap((repair) => words[repair] ?? []);
  const [cause, detail] =
    others.length === 0
      ? [
          'line-breaks-repaired',
          'The line breaks of the private key were damaged, and could be repaired.',
        ]
      : [
          'private-key-repaired',
          `The private key was not as Google gave it, and could be repaired: ${others.join(', ')}.`,
        ];
  return { pem, check: { id: 'A4', outcome: 'warning', cause, detail, evidence: { repairs } } };
}

/** What is more than a line break. */
const words: Partial<Record<PemRepair | 'encoding', string>> = {
  'invisible-characters': 'characters that nobody sees stood in it',
  'first-or-last-line': 'its first or last line was changed',
  'text-around': 'there was text around it',
  encoding: 'what stands around its numbers was changed',
};
