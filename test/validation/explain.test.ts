import { describe, expect, test } from 'vitest';
import { firstAnswers, http, moreAnswers } from './known-answers.ts';
import { explain, explainThroughNpm } from './run-explain.ts';

function known(id: string) {
  const found = [...firstAnswers, ...moreAnswers].find((answer) => answer.id === id);
  if (!found) throw new Error(`No answer ${id}`);
  return found;
}

const denied = known('query-table-2022');
const account = 'reader@acme-analytics.iam.gserviceaccount.com';

describe('npm run explain', () => {
  test('tells people what an answer means, and what to send to whom', async () => {
    const { out, err, code } = await explain(
      JSON.stringify(denied.body),
      ...['--account', account, '--project', 'acme', '--dataset', 'crm', '--table', 'contacts'],
    );

    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.replace(/ {2,}/g, ' ').split('\n')).toEqual(
      expect.arrayContaining([
        'asked for jobs.query (guessed)',
        'HTTP status 403',
        'cause tables.getData',
        'check D4 readable, D5 key-quality',
        'outcome failed',
        'who must act customer',
        'missing permission bigquery.tables.getData',
        'role roles/bigquery.dataViewer',
        'on table',
        expect.stringMatching(/^fingerprint [0-9a-f]{12}$/),
        `The account ${account} may not read the rows of table acme.crm.contacts.`,
        `Remedy: Ask whoever administers table acme.crm.contacts to grant BigQuery Data Viewer (roles/bigquery.dataViewer) to ${account}.`,
        ` bq add-iam-policy-binding --member=serviceAccount:${account} --role=roles/bigquery.dataViewer acme:crm.contacts`,
      ]),
    );
  });

  test('tells machines the same', async () => {
    const { out } = await explainThroughNpm(JSON.stringify(known('tables-get-dotted')), '--json');

    expect(JSON.parse(out)).toMatchObject({
      ...{ operation: 'tables.get', httpStatus: 403, guessed: [], cause: 'tables.get' },
      ...{ checks: ['D2'], outcome: 'failed', who: 'customer', onWhat: 'table' },
      ...{ missingPermission: 'bigquery.tables.get', rightRole: 'roles/bigquery.metadataViewer' },
      remedy: { text: expect.stringMatching(/^Check the name of the table\. /) as string },
    });
  });

  test('says of an answer that nobody knows the fingerprint that the customer was given', async () => {
    const message = 'The moon is not where acme-analytics:crm.contacts wants it.';
    const body = { error: { code: 418, message, errors: [{ message, reason: 'moonGone' }] } };
    const entry = {
      severity: 'WARNING',
      jsonPayload: { operation: 'tables.get', httpStatus: 418, body },
    };
    const { out } = await explain(JSON.stringify(entry));

    expect(out).toContain(http('tables.get', 418, body).evidence?.fingerprint);
    expect(out).toContain('(its code: moonGone; for our support: ');
    expect(out).not.toMatch(/moon is|acme/);
  });

  test.each([
    [
      'of a token',
      known('token-account-has-been-deleted').body,
      [],
      'token (guessed)',
      '400 (guessed)',
      'account-gone',
      'B2 sign-in',
    ],
    [
      'of a job',
      known('load-file-denied').body,
      [],
      'jobs.get (guessed)',
      '200',
      'storage',
      'D4 readable, D5 key-quality',
    ],
    [
      'as a page',
      '<html><title>Error 502 (Server Error)!!1</title>',
      [],
      'datasets.list (guessed)',
      '502',
      'google-5xx',
      'C1 project-reachable',
    ],
    [
      'as a client prints it',
      `403 GET https://x.example: ${JSON.stringify(denied.body)}`,
      [],
      'jobs.query (guessed)',
      '403',
      'tables.getData',
      'D4 readable, D5 key-quality',
    ],
    [
      'as options tell',
      { error: { message: 'x' } },
      ['--operation', 'tables.get', '--status', '503'],
      'tables.get',
      '503',
      'google-5xx',
      'D2 table',
    ],
  ])('reads an answer %s', async (_, body, options, askedFor, status, cause, check) => {
    const input = typeof body === 'string' ? body : JSON.stringify(body);
    const { out } = await explain(input, ...options);
    const facts = new Map(
      out.split('\n').map((line) => {
        const [name = '', value = ''] = line.split(/ {2,}/);
        return [name, value];
      }),
    );

    expect(['asked for', 'HTTP status', 'cause', 'check'].map((name) => facts.get(name))).toEqual([
      ...[askedFor, status, cause, check],
    ]);
  });

  test.each([
    ['nothing', ' \n', [], /^Nothing came on standard input/],
    ['what is no error', '{"rows":[]}', [], /^This is no error of Google/],
    ['a job that did not fail', '{"status":{"state":"DONE"}}', [], /^This is no error of Google/],
    ['text without a status', 'it broke', [], /^Text that is no JSON .* add --status\.$/],
    ['an option that there is not', '{}', ['--tabel', 'x'], /^The options are --operation, /],
    ['a name that is none', '{}', ['--table', '$(reboot)'], /^--table must be like contacts\.$/],
    ['a status that is none', '{}', ['--status', 'no'], /^--status must be like 403\.$/],
  ])('refuses %s in one sentence', async (_, input, options, sentence) => {
    const { out, err, code } = await explain(input, ...options);

    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err.trimEnd()).toMatch(sentence);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
