import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyText, privateKeyPem } from '../../support/make-key.ts';

const pem = privateKeyPem();
const broken = (lineBreak: string) => pem.replaceAll('\n', lineBreak);
const read = (privateKey: string) => readKeyFile(Buffer.from(keyText({ private_key: privateKey })));

describe('a private key is mended and told with a warning that', () => {
  test.each([
    ['has doubled backslashes', broken('\\n'), ['literal-line-breaks']],
    ['has doubled backslashes of Windows', broken('\\r\\n'), ['literal-line-breaks']],
    ['has Windows line breaks', broken('\r\n'), ['carriage-returns']],
    ['has spaces for line breaks', broken(' '), ['lost-line-breaks']],
    ['has tabs for line breaks', broken('\t'), ['lost-line-breaks']],
    ['lost its line breaks', broken(''), ['lost-line-breaks']],
    ['lost the backslashes of its line breaks', broken('n'), ['lost-backslashes']],
    ['has blanks at its lines', broken(' \n  '), ['lost-line-breaks']],
    ['has lines of another length', pem.replace(/(?<=\n)(.{30})/g, '$1\n'), ['lost-line-breaks']],
  ])('%s', (_, privateKey, repairs) => {
    const { key, checks } = read(privateKey);

    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'warning']);
    expect(checks[3]).toMatchObject({ cause: 'line-breaks-repaired', evidence: { repairs } });
    expect(key?.privateKey).toBe(pem);
  });

  test.each([
    ['has dashes for hyphens', pem.replaceAll('-----', '––—'), ['first-or-last-line']],
    [
      'has a line break in its last line',
      pem.replace('END PRI', 'END PRI\n'),
      ['first-or-last-line'],
    ],
    ['has four hyphens', pem.replaceAll('-----', '----'), ['first-or-last-line']],
    ['lost all its blanks', pem.replace(/\s/g, ''), ['first-or-last-line', 'lost-line-breaks']],
    ['has words around it', `Bag Attributes\n  a: b\n${pem}-- \nAda`, ['text-around']],
    ['has quotes around it', `"${broken('\\n')}",`, ['literal-line-breaks', 'text-around']],
  ])('%s', (_, privateKey, repairs) => {
    const { key, checks } = read(privateKey);

    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'warning']);
    expect(checks[3]).toMatchObject({ cause: 'private-key-repaired', evidence: { repairs } });
    expect(key?.privateKey).toBe(pem);
  });

  test('has zero widths in it, escaped', () => {
    const { key, checks } = readKeyFile(
      Buffer.from(keyText().replace('-----\\n', '\\u200b-----\\n')),
    );

    expect(checks[3]?.evidence).toEqual({ repairs: ['invisible-characters'] });
    expect(key?.privateKey).toBe(pem);
  });

  // OpenSSL reads these and signs; Java, Go and browsers refuse some of them.
  test.each([
    ['the parameters of its algorithm', 27],
    ['the version of its numbers', 43],
  ])('has another character in %s', (_, place) => {
    const index = pem.indexOf('\n') + 1 + place;
    const letter = pem[index] === 'A' ? 'C' : 'H';

    const { key, checks } = read(`${pem.slice(0, index)}${letter}${pem.slice(index + 1)}`);

    expect(checks[3]?.evidence).toEqual({ repairs: ['encoding'] });
    expect(key?.privateKey).toBe(pem);
  });
});

test('PKCS #1, as older tools write it, stays what it is', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

  const { key, checks } = read(pkcs1);

  expect(checks[3]?.outcome).toBe('passed');
  expect(key?.privateKey).toBe(pkcs1);
});
