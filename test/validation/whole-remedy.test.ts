import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combine, least } from '../../shared/validation/remedies/combine.ts';
import { createDataset } from '../../shared/validation/remedies/create-dataset.ts';
import type { RoleGrant } from '../../shared/validation/remedies/cure.ts';
import { grant } from '../../shared/validation/remedies/grant.ts';

const email = 'reader@acme-analytics.iam.gserviceaccount.com';
const project = 'acme-analytics';
const [jobUser, viewer, metadata, editor] = [
  'jobUser',
  'dataViewer',
  'metadataViewer',
  'dataEditor',
].map((name) => `roles/bigquery.${name}`) as [string, string, string, string];
const crm = { project, dataset: 'crm' };
const contacts = { ...crm, table: 'contacts' };

const places = fc.constantFrom(
  { project },
  crm,
  contacts,
  { ...crm, table: 'orders' },
  { project, dataset: 'web' },
);
const grants = fc.array(
  fc.record({ role: fc.constantFrom(jobUser, viewer, metadata, editor), on: places }),
  { maxLength: 8 },
);

describe('the least set of grants', () => {
  test.each<[string, RoleGrant[], RoleGrant[]]>([
    [
      'a role has what lesser ones have',
      [
        { role: metadata, on: crm },
        { role: viewer, on: crm },
      ],
      [{ role: viewer, on: crm }],
    ],
    [
      'a dataset has its tables',
      [
        { role: viewer, on: contacts },
        { role: viewer, on: crm },
      ],
      [{ role: viewer, on: crm }],
    ],
    [
      'who may write may read',
      [
        { role: viewer, on: contacts },
        { role: editor, on: crm },
      ],
      [{ role: editor, on: crm }],
    ],
    [
      'of equal ones the first stays',
      [
        { role: viewer, on: crm },
        { role: viewer, on: crm },
      ],
      [{ role: viewer, on: crm }],
    ],
    [
      'a lesser role on more is no part of a greater one on less',
      [
        { role: metadata, on: crm },
        { role: viewer, on: contacts },
      ],
      [
        { role: metadata, on: crm },
        { role: viewer, on: contacts },
      ],
    ],
    [
      'to run jobs is another matter',
      [
        { role: jobUser, on: { project } },
        { role: editor, on: { project } },
      ],
      [
        { role: jobUser, on: { project } },
        { role: editor, on: { project } },
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(least(given)).toEqual(expected);
  });

  test('is a part of what was asked for, and leaves no more out of it', () => {
    fc.assert(
      fc.property(grants, (given) => {
        const kept = least(given);
        expect(given).toEqual(expect.arrayContaining(kept));
        expect(least(kept)).toEqual(kept);
        expect(kept.length > 0).toBe(given.length > 0);
      }),
    );
  });
});

describe('one remedy in place of many', () => {
  test('has a line for each step, and names in Terraform that do not meet', () => {
    const enable = {
      text: 'Enable the API.',
      gcloud: 'gcloud services enable bigquery.googleapis.com',
    };
    const remedy = combine(
      [enable, grant(jobUser, email, { project }), enable, grant(viewer, email, contacts)],
      [{ role: editor, on: { project, dataset: 'exports' } }],
      email,
    );
    expect(remedy?.text.split('\n').map((line) => line.slice(0, 3))).toEqual([
      '1. ',
      '2. ',
      '3. ',
      '4. ',
    ]);
    expect(remedy?.gcloud?.split('\n')).toHaveLength(2);
    expect(remedy?.bq?.split('\n')).toHaveLength(2);
    const names = [...(remedy?.terraform ?? '').matchAll(/^resource "\w+" "(\w+)"/gm)];
    expect(new Set(names.map(([, name]) => name)).size).toBe(3);
    expect(remedy).not.toHaveProperty('grants');
  });

  test('changes nothing of what the customer calls her own', () => {
    const hers = { project: 'my.connector.example:shop', dataset: 'crm' };
    const account = 'a@my.connector.example.iam.gserviceaccount.com';
    const made = ['exports', 'crm'].map((dataset) =>
      createDataset({ ...hers, dataset }, account, 'EU'),
    );
    const terraform = combine(made, [], account)?.terraform ?? '';
    const ours = new Set(terraform.match(/"[^"]*connector[^"]*"/g));
    expect([...ours]).toEqual([
      '"connector"',
      `"${hers.project}"`,
      `"serviceAccount:${account}"`,
      '"connector_2"',
    ]);
    expect(terraform.match(/(?<== google_bigquery_dataset\.)\w+/g)).toEqual([
      'connector',
      'connector_2',
    ]);
  });

  test('of one is that one', () => {
    const only = {
      text: 'Link a billing account.',
      consoleUrl: 'https://console.cloud.google.com/billing',
    };
    expect(combine([only], [], email)).toEqual(only);
  });

  test('of none is none', () => {
    expect(combine([], [], email)).toBeUndefined();
  });
});
