import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyText, newPrivateKeyPem, privateKeyPem, publicKeyOf } from '../../support/make-key.ts';
import { refusalOf } from './refusal-of.ts';

const pem = privateKeyPem();

describe('a private key that cannot be used is told by its fault:', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const ed = generateKeyPairSync('ed25519').privateKey;
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
  const locked = { ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' };
  const lines = pem.split('\n');
  const damaged = (line: number, to: string) => lines.with(line, to).join('\n');

  test.each([
    ['of an elliptic curve', ec.export(pkcs8).toString(), 'A4 not-rsa'],
    ['of Edwards', ed.export(pkcs8).toString(), 'A4 not-rsa'],
    ['for RSA-PSS alone', pss.export(pkcs8).toString(), 'A4 not-rsa'],
    ['of 1,024 bits', newPrivateKeyPem(1024), 'A4 too-short'],
    ['locked with a password', rsa.export(locked).toString(), 'A4 encrypted'],
    [
      'its public half',
      publicKeyOf(pem).export({ type: 'spki', format: 'pem' }).toString(),
      'A4 public-half',
    ],
    ['two of them', `${pem}${newPrivateKeyPem()}`, 'A4 two-keys'],
    ['without its first line', lines.slice(1).join('\n'), 'A4 no-pem'],
    ['cut off', pem.slice(0, 900), 'A4 cut-off'],
    ['a line lost', lines.toSpliced(10, 1).join('\n'), 'A4 characters-missing'],
    ['a line twice', lines.toSpliced(10, 0, lines[10] ?? '').join('\n'), 'A4 characters-added'],
    [
      'a line of another key',
      damaged(9, newPrivateKeyPem().split('\n')[9] ?? ''),
      'A4 parts-disagree',
    ],
    ['in small letters', pem.toLowerCase(), 'A4 case-changed'],
    ['in capitals', pem.toUpperCase(), 'A4 case-changed'],
    [
      'its first line mistyped',
      pem.replace('BEGIN PRIVATE', 'BEGIN PRIVTE'),
      'A4 first-line-damaged',
    ],
    ['a letter among the hyphens', pem.replace('KEY-----', 'KEY-x----'), 'A4 first-line-damaged'],
    ['a hyphen in its padding', pem.replace(/.\n-----END/, '-=\n-----END'), 'A4 foreign-character'],
    ['a letter among the last', pem.replace('-----END', '---x--END'), 'A4 last-line-damaged'],
    ['its last line mistyped', pem.replace('END PRIVATE', 'END PRIVTE'), 'A4 last-line-damaged'],
    ['cut off in its first line', pem.slice(0, 9), 'A4 cut-off'],
    ['cut off in its last line', pem.slice(0, -9), 'A4 cut-off'],
    ['of SSH', pem.replaceAll(' PRIVATE', ' OPENSSH PRIVATE'), 'A4 ssh-key'],
    ['a line of other characters', damaged(10, '*'.repeat(64)), 'A4 foreign-character'],
    [
      'as long as one of 16,384 bits',
      `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(12_000)}\n-----END PRIVATE KEY-----`,
      'A4 too-long',
    ],
  ])('%s', (_, privateKey, expected) => {
    expect(refusalOf(keyText({ private_key: privateKey }))).toBe(expected);
  });

  test('cut off, says how much is there and how much should be', () => {
    const { checks } = readKeyFile(Buffer.from(keyText({ private_key: pem.slice(0, 900) })));
    expect(checks[3]?.evidence).toEqual({ characters: 900, expectedCharacters: pem.length });
    expect(checks[3]?.detail).toMatch(/breaks off after 900 of about 1,7\d\d characters/);
  });
});
