import { expect } from 'vitest';
import { sampleTable } from '../google-tables.ts';
import type { Answered } from '../../send.ts';
import type { AskedOfGoogle } from '../../stage.ts';
import type { Afterwards } from '../afterwards.ts';

/** The canary table is still there, and no statement or URL of the payload has come to Google. */
const unharmed =
  (payload: RegExp): Afterwards[string] =>
  async (stage) => {
    for (const asked of await stage.askedOfGoogle())
      expect(JSON.stringify(asked)).not.toMatch(payload);
    expect((await sampleTable(stage.target, 'crm', 'contacts')).status).toBe(200);
  };

const realJobs = (asked: AskedOfGoogle[]) => asked.flatMap(({ job }) => job ?? []);

export const ofGoogle: Afterwards = {
  'sql-dataset-backtick': unharmed(/DROP/),
  'sql-column-backtick': unharmed(/DROP/),
  'sql-export-dataset-newline': unharmed(/\\n|%0A|tables\/y/i),

  async 'size-page-size'({ known }, answers, { keyA = '' }) {
    expect(answers.map(({ status }) => status)).toEqual([400]);
    const place = `/browse-tables/?keyId=${keyA}&dataset=web&table=wide`; // of some five hundred columns
    const most = await known.ask(`${place}&pageSize=100`);
    expect(most.json.columns).toHaveLength(100);
    expect(most.json.nextPageToken).toBeDefined();
    expect((await known.ask(`${place}&pageSize=101`)).status).toBe(400);
    expect(((await known.ask(place)).json.columns as unknown[]).length).toBeLessThanOrEqual(100);
  },

  'text-description-browse'(_, [answer]: Answered[]) {
    expect(answer?.headers['content-type']).toMatch(/^application\/json/);
    for (const value of strings(answer?.json)) expect(typeof value).toBe('string');
  },

  async 'rows-report'(stage, answers) {
    const { addresses } = await sampleTable(stage.target, 'crm', 'subscribers');
    expect(addresses.length).toBeGreaterThan(100);
    for (const { text } of answers)
      for (const address of addresses) expect(text).not.toContain(address);
  },

  async 'oracle-audit-line'({ target }, [answer]) {
    const id = String(answer?.json.validationId);
    await expect.poll(() => target.log()).toContain(id);
    const line = target
      .log()
      .split('\n')
      .find((each) => each.includes(id) && each.includes('"validated"'));
    expect((JSON.parse(line ?? '{}') as { facts: object }).facts).toMatchObject({
      workspace: 'a',
      subject: 'editor@a',
      clientEmail: expect.stringContaining('@') as string,
      outcome: 'failed',
    });
  },

  async 'money-labels'(stage) {
    const jobs = realJobs(await stage.askedOfGoogle());
    expect(jobs.length).toBeGreaterThan(0);
    for (const { labels, dryRun, maximumBytesBilled } of jobs) {
      expect(Object.keys(labels)).toEqual(
        expect.arrayContaining(['connector', 'workspace', 'check']),
      );
      if (!dryRun) expect(Number(maximumBytesBilled)).toBeGreaterThan(0);
    }
  },
};

function strings(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: [string, unknown][] = Object.entries(value);
  return members.flatMap(([name, inner]) => (name === 'description' ? [inner] : strings(inner)));
}
