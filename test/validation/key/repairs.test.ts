import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem } from '../../support/make-key.ts';

const pem = privateKeyPem();
const text = keyText();
const compact = JSON.stringify(keyFile());
const base64 = Buffer.from(text).toString('base64');
const escaped = (json: string) => json.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const smart = text.replace(/"([^"]*)"/g, '“$1”');
const bare = text.trim().slice(1, -1);

const repairs: [what: string, file: string, repaired: string[]][] = [
  ['has a byte order mark', `\uFEFF${text}`, ['byte-order-mark']],
  ['is in base64', base64, ['base64']],
  ['is in base64 with line breaks', base64.replace(/.{76}/g, '$&\r\n'), ['base64']],
  ['is in base64 with literal line breaks', base64.replace(/.{76}/g, '$&\\n'), ['base64']],
  ['is in base64 without padding', `${base64.replace(/=+$/, '')}\n`, ['base64']],
  ['is in base64url', Buffer.from(text).toString('base64url'), ['base64']],
  [
    'is in base64, with a byte order mark and Windows line breaks in it',
    Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`).toString('base64'),
    ['base64', 'byte-order-mark'],
  ],
  ['is in base64, assigned to a variable', `GOOGLE_CREDENTIALS=${base64}\n`, ['base64']],
  ['is in base64, as a data URL', `data:application/json;base64,${base64}`, ['base64']],
  [
    'is in base64, as certutil writes it',
    `-----BEGIN CERTIFICATE-----\r\n${base64}\r\n-----END CERTIFICATE-----\r\n`,
    ['base64'],
  ],
  ['is in base64 in a string', JSON.stringify(base64), ['json-in-a-string', 'base64']],
  ['is JSON in a JSON string', JSON.stringify(text), ['json-in-a-string']],
  [
    'is JSON in a JSON string in a shell',
    `export KEY='${JSON.stringify(text)}'`,
    ['json-in-a-string'],
  ],
  [
    'is JSON in JSON in JSON',
    JSON.stringify(JSON.stringify(text)),
    ['json-in-a-string', 'json-in-a-string'],
  ],
  ['is escaped', escaped(compact), ['json-in-a-string']],
  ['is escaped on several lines', escaped(text), ['json-in-a-string']],
  ['has smart quotes', smart, ['smart-quotes']],
  ['has single smart quotes', text.replace(/"([^"]*)"/g, '‘$1’'), ['smart-quotes']],
  ['has German quotes', text.replace(/"([^"]*)"/g, '„$1“'), ['smart-quotes']],
  ['has smart quotes at one end', text.replace(/"([^"]*)"/g, '"$1”'), ['smart-quotes']],
  ['has smart quotes here and there', text.replace('"type"', '“type”'), ['smart-quotes']],
  ['was printed by Python', text.replaceAll('"', "'"), ['single-quotes']],
  ['has spaces of a word processor', text.replaceAll('\n  ', '\n\u00A0 '), ['non-breaking-spaces']],
  ['has zero widths in it', text.replaceAll('-----', '\u200B-----'), ['invisible-characters']],
  ['lost its outer braces', bare, ['missing-braces']],
  ['lost its outer braces and kept a comma', `${bare.trim()},`, ['missing-braces']],
  ['lost its last brace', text.trim().slice(0, -1), ['missing-braces']],
  ['lost its first brace', text.trim().slice(1), ['missing-braces']],
  ['has a comma too many', text.replace(/\n\}\n$/, ',\n}\n'), ['trailing-comma']],
  [
    'has a comma too many and smart quotes in a comment',
    keyText({ comment: 'Ada’s “key”, mine' }).replace(/\n\}\n$/, ',\n}\n'),
    ['trailing-comma'],
  ],
  ['has words before and after it', `Hi, here is the key:\n${text}\nRegards`, ['text-around']],
  [
    'has words with quotes and braces around it',
    `Hi “{name}", a "key":\n${text}{Ada}`,
    ['text-around'],
  ],
  ['is in a fence of Markdown', `\`\`\`json\n${text}\`\`\`\n`, ['text-around']],
  ['is assigned to a variable', `A=1\nKEY='${compact}'\nB="2"\n`, ['text-around']],
  ['is in a document of YAML or Terraform', `key = <<EOF\n${text}EOF\n`, ['text-around']],
  ['is alone in a list', `[${text}]`, ['text-around']],
  ['was quoted in a mail', text.replace(/^/gm, '> '), ['mail-quotation']],
  [
    'was quoted twice in a mail, and answered',
    `Ada wrote:\n${text.replace(/^/gm, '>> ')}\nThanks`,
    ['mail-quotation', 'text-around'],
  ],
  ['has real line breaks in the private key', text.replaceAll('\\n', '\n'), ['raw-line-breaks']],
];

describe('a key file is mended and told with a warning that', () => {
  test.each(repairs)('%s', (_, file, repaired) => {
    const { key, checks } = readKeyFile(Buffer.from(file));

    expect(checks.map(({ outcome }) => outcome)).toEqual(['warning', 'passed', 'passed', 'passed']);
    expect(checks[0]?.evidence).toEqual({ repairs: repaired });
    expect(checks[0]?.cause).toBe(`${repaired[0] ?? ''}-repaired`);
    expect(key?.privateKey).toBe(pem);
  });

  test.each([40, 55, 60, 72, 76, 77, 80])(
    'was wrapped after %i characters by a terminal',
    (width) => {
      const wrapped = text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');

      const { key, checks } = readKeyFile(Buffer.from(wrapped));

      expect(checks[0]?.evidence).toEqual({ repairs: ['raw-line-breaks'] });
      expect(key).toEqual(readKeyFile(Buffer.from(text)).key);
    },
  );

  test('went through a word processor: quotes, dashes and spaces', () => {
    const worst = smart.replaceAll('-----', '—–').replaceAll(' ', '\u00A0');

    const { key, checks } = readKeyFile(Buffer.from(worst));

    expect(checks[0]?.evidence).toEqual({ repairs: ['smart-quotes', 'non-breaking-spaces'] });
    expect(checks[3]?.evidence).toEqual({ repairs: ['first-or-last-line'] });
    expect(key?.privateKey).toBe(pem);
  });

  test('has blanks around a field', () => {
    const { client_email: email } = keyFile();
    const { key, checks } = readKeyFile(Buffer.from(keyText({ client_email: ` ${email}\n` })));

    expect(checks[2]).toMatchObject({ outcome: 'warning', cause: 'blanks-repaired' });
    expect(key?.clientEmail).toBe(email);
  });
});
