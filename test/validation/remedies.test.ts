import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grant } from '../../shared/validation/remedies/grant.ts';
import { hclString, shellWord } from '../../shared/validation/remedies/quote.ts';
import { byteCap } from '../../shared/validation/queries/byte-cap.ts';
import { quoted } from '../../shared/validation/queries/table-sql.ts';

const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const nasty = fc.oneof(
  printable,
  fc.constantFrom(
    "'",
    '"',
    '$(id)',
    '`id`',
    '${x}',
    '\\',
    '%{x}',
    '; rm -rf /',
    '-x',
    '--',
    '!',
    '*',
    '~',
    ' ',
  ),
);
const withoutControls = nasty.filter((text) => !/\p{Cc}/u.test(text));

describe('a command that an administrator pastes', () => {
  test('keeps each word one word, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(withoutControls, { minLength: 1, maxLength: 6 }), (words) => {
        const line = words.map(shellWord).join(' ');
        const read = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`], {
          encoding: 'utf8',
        });
        expect(read.split('\0').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['a\nb', 'a\rb', 'a\u0000b', 'a\u001b[31m', '\u0085'])('is not made of %j', (text) => {
    expect(() => shellWord(text)).toThrow(RangeError);
    expect(() => hclString(text)).toThrow(RangeError);
    expect(() => quoted(text)).toThrow(RangeError);
  });

  test('is filled in with account, role and place', () => {
    const email = 'reader@acme.iam.gserviceaccount.com';
    expect(grant('roles/bigquery.jobUser', email, { project: 'acme-analytics' })).toEqual({
      text: 'Ask whoever administers project acme-analytics to grant BigQuery Job User (roles/bigquery.jobUser) to reader@acme.iam.gserviceaccount.com.',
      consoleUrl: 'https://console.cloud.google.com/iam-admin/iam?project=acme-analytics',
      gcloud:
        'gcloud projects add-iam-policy-binding acme-analytics --member=serviceAccount:reader@acme.iam.gserviceaccount.com --role=roles/bigquery.jobUser',
      terraform: [
        'resource "google_project_iam_member" "connector" {',
        '  project = "acme-analytics"',
        '  role    = "roles/bigquery.jobUser"',
        '  member  = "serviceAccount:reader@acme.iam.gserviceaccount.com"',
        '}',
      ].join('\n'),
      grants: [{ role: 'roles/bigquery.jobUser', on: { project: 'acme-analytics' } }],
    });
    const onTable = { project: 'acme', dataset: 'crm', table: 'a b' };
    expect(grant('roles/bigquery.dataViewer', email, onTable).bq).toBe(
      `bq add-iam-policy-binding --member=serviceAccount:${email} --role=roles/bigquery.dataViewer 'acme:crm.a b'`,
    );
  });
});

describe('a Terraform block', () => {
  test('holds any text as plain text, or refuses what could begin an expression', () => {
    fc.assert(
      fc.property(withoutControls, (text) => {
        if (/[$%]\{/.test(text)) {
          expect(() => hclString(text)).toThrow(RangeError);
          return;
        }
        const literal = hclString(text);
        // JSON reads these two escapes as HCL does.
        expect(JSON.parse(literal)).toBe(text);
      }),
    );
  });
});

describe('the limit on what a query may bill', () => {
  test('is never what BigQuery would round up beyond, nor more than a fifth or 10 MiB above', () => {
    const mebibyte = 1024 ** 2;
    fc.assert(
      fc.property(fc.nat(1e15), (estimate) => {
        const billed = Math.max(Math.ceil(estimate / mebibyte) * mebibyte, 10 * mebibyte);
        expect(byteCap(estimate)).toBeGreaterThanOrEqual(billed);
        expect(byteCap(estimate)).toBeLessThanOrEqual(
          Math.max(estimate * 1.2 + 1, estimate + 10 * mebibyte),
        );
      }),
    );
  });
});
