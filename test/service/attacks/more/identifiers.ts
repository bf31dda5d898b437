import { expect } from 'vitest';
import { sampleTable } from '../scenes/google-tables.ts';
import { asksNothing, type Stage } from '../stage.ts';
import { type MoreAttack, refusedEach, tryAt, tryJson } from './trying.ts';

const field = {
  dataset: 'crm',
  table: 'subscribers',
  column: 'email',
  contactKey: { type: 'email' },
};

async function validate(stage: Stage, members: object) {
  const body = { keyId: stage.known.words.keyA, purposes: ['import'], ...members };
  return tryJson(stage, 'validate-connection', JSON.stringify(body));
}

async function statements(stage: Stage): Promise<string[]> {
  return (await stage.askedOfGoogle()).flatMap(({ job }) => job?.sql ?? []);
}

const never = /DROP|pwned|information_schema|\/\*|;/i;

export const identifiers: MoreAttack[] = [
  {
    threat: 28,
    title: 'no dataset or project is more than its letters: neither quotes nor look-alikes',
    async run(stage) {
      const datasets = [
        'crm`.`contacts`; DROP TABLE `x',
        'crm\\`',
        'crm\n',
        'crm--',
        'crm/*',
        'ｃｒｍ',
        'crm\u200b',
        'crm\u2018',
        'crm.INFORMATION_SCHEMA',
        '../x',
        'crm?alt=media',
        'crm%2f..',
        '@dataset',
        '${x}',
        '',
        'x'.repeat(1025),
      ];
      const projects = [
        'acme`',
        'acme-analytics/..',
        'ACME-ANALYTICS',
        'acme–analytics',
        'acme:x:y',
        '-acme',
      ];
      await asksNothing(stage, async () => {
        await refusedEach(datasets, [400], async (dataset) =>
          validate(stage, { uniqueContactField: { ...field, dataset } }),
        );
        await refusedEach(datasets, [400], async (dataset) =>
          validate(stage, { purposes: ['export'], exportDataset: { dataset } }),
        );
        await refusedEach(projects, [400], async (project) =>
          validate(stage, { uniqueContactField: { ...field, project } }),
        );
        await refusedEach(projects, [400], async (jobProject) => validate(stage, { jobProject }));
        await refusedEach(datasets.slice(0, -2), [400], async (dataset) =>
          tryAt(stage, 'browse-tables', {
            path: `/?keyId=${stage.known.words.keyA ?? ''}&dataset=${encodeURIComponent(dataset)}`,
          }),
        );
      });
    },
  },
  {
    threat: 28,
    title: 'no table or column becomes part of a statement unless Google lists it',
    async run(stage) {
      await stage.forget();
      const tables = [
        'subscribers`; DROP TABLE contacts',
        'subscribers` --',
        'subscribers -- x',
        'subscribers\\',
        'subscribers"',
        "subscribers'",
        'subscribers@0',
        'subscribers$20260101',
        'subscribers\u2019',
        'pages_*',
        '__TABLES__',
        '-- pwned',
      ];
      const columns = [
        'email`) FROM x; DROP TABLE y --',
        'email` OR `1`=`1',
        'email, password',
        'email) --',
        '*',
        'email/**/',
        "email'",
        'email"',
        '@@version',
        'ｅｍａｉｌ',
        'email\u200b',
        'EMAIL = pwned',
        '_TABLE_SUFFIX',
      ];
      for (const given of [
        ...tables.map((table) => ({ table })),
        ...columns.map((column) => ({ column })),
      ]) {
        const answer = await validate(stage, { uniqueContactField: { ...field, ...given } });
        expect([200, 400], JSON.stringify(given)).toContain(answer.status);
        if (answer.status === 200) expect(answer.json.readyToSave).toBe(false);
        expect(answer.text).not.toMatch(/syntax error|Parser Error/i);
      }
      for (const sql of await statements(stage)) expect(sql).not.toMatch(never);
      expect((await sampleTable(stage.target, 'crm', 'contacts')).status).toBe(200);
    },
  },
  {
    threat: 43,
    title: 'a stranger’s project pays for nothing',
    async run(stage) {
      await stage.forget();
      const answer = await validate(stage, {
        uniqueContactField: field,
        jobProject: 'somebody-elses',
      });
      expect([200, 422]).toContain(answer.status);
      expect(answer.json.readyToSave).not.toBe(true);
      const jobs = (await stage.askedOfGoogle()).filter(({ job }) => job && !job.dryRun);
      expect(jobs.filter(({ path }) => path.includes('somebody-elses')).length).toBeLessThan(2);
    },
  },
];
