import { goodAccount } from '../accounts-of-acme.ts';
import { column, defineTable, record, repeated, required } from '../define-table.ts';
import type { Table } from '../table.ts';
import { contactFields, contactRows } from './contacts.ts';

const clean = ['contact_id', 'email', 'phone', 'external_id', 'first_name', 'country'];
const indexes = contactFields.flatMap(({ name }, index) => (clean.includes(name) ? [index] : []));
const cleanFields = contactFields.filter(({ name }) => clean.includes(name));
const cleanRows = (count: number, seed: string) =>
  contactRows(count, seed, false).map((row) => indexes.map((index) => row[index] ?? null));
const dayMs = 24 * 60 * 60 * 1000;
const contactsSql = 'SELECT contact_id, email, country FROM `acme-analytics.crm.contacts`';
const shortFields = contactFields.filter(({ name }) =>
  ['contact_id', 'email', 'country'].includes(name),
);

/** The dataset with a table for each thing that may stand between a connector and its key column. */
export function crmTables(now: Date): Table[] {
  return [
    defineTable('acme-analytics.crm.subscribers', {
      description: 'Confirmed subscribers: every address there, once, in lower case.',
      fields: cleanFields,
      rows: () => cleanRows(1000, 'subscribers'),
    }),
    defineTable('acme-analytics.crm.everybody', {
      description: 'Priced as if it had millions of rows; only a small part of them is here.',
      fields: cleanFields,
      rows: () => cleanRows(4000, 'everybody'),
      bytesFactor: 1_000_000,
    }),
    defineTable('acme-analytics.crm.everybody_view', {
      kind: 'VIEW',
      description: 'All of them, seen through a view.',
      fields: cleanFields,
      view: { query: 'SELECT * FROM `acme-analytics.crm.everybody`' },
    }),
    defineTable('acme-analytics.crm.empty_contacts', {
      description: 'Made for the new campaign; nothing has been loaded yet.',
      fields: cleanFields,
    }),
    defineTable('acme-analytics.crm.blank_contacts', {
      description: 'An import that lost its addresses.',
      fields: cleanFields,
      rows: () =>
        cleanRows(60, 'blank').map(([id, , ...rest], at) => [
          id ?? 0,
          [null, '', '  '][at % 3] ?? null,
          ...rest,
        ]),
    }),
    defineTable('acme-analytics.crm.contacts_view', {
      kind: 'VIEW',
      description: 'Contacts who may be written to.',
      fields: shortFields,
      view: { query: `${contactsSql} WHERE consent` },
    }),
    defineTable('acme-analytics.crm.contacts_mv', {
      kind: 'MATERIALIZED_VIEW',
      description: 'Contacts by country, kept up to date by BigQuery.',
      fields: [column('country', 'STRING'), column('contacts', 'INTEGER')],
      view: {
        query:
          'SELECT country, COUNT(*) AS contacts FROM `acme-analytics.crm.contacts` GROUP BY country',
      },
    }),
    defineTable('acme-analytics.crm.contacts_snapshot', {
      kind: 'SNAPSHOT',
      description: 'Subscribers as they were at the end of last quarter.',
      fields: cleanFields,
      rows: () => cleanRows(900, 'subscribers'),
    }),
    defineTable('acme-analytics.crm.sheet_signups', {
      kind: 'EXTERNAL',
      description: 'Sign-ups at the fair, in a Google Sheet of the events team.',
      fields: [column('email', 'STRING'), column('name', 'STRING'), column('stand', 'INTEGER')],
      sheet: {
        uri: 'https://docs.google.com/spreadsheets/d/1SampleSheetOfTheEventsTeam',
        sharedWith: [goodAccount],
      },
      rows: () =>
        contactRows(40, 'sheet', false).map((row, at) => [row[1] ?? null, row[4] ?? null, at % 7]),
    }),
    defineTable('acme-analytics.crm.sensitive_contacts', {
      description: 'Contacts of the clinic; addresses are for fine-grained readers only.',
      fields: cleanFields.map((field) =>
        field.name === 'email' ? { ...field, policyTags: { names: [personalTag] } } : field,
      ),
      rows: () => cleanRows(200, 'sensitive'),
    }),
    defineTable('acme-analytics.crm.regional_contacts', {
      description: 'Each team sees the rows of its own region.',
      fields: cleanFields,
      rowPolicies: [{ filter: "country = 'DE'", grantees: [goodAccount] }],
      rows: () => cleanRows(500, 'regional'),
    }),
    defineTable('acme-analytics.crm.temporary_contacts', {
      description: 'A scratch copy that BigQuery deletes by itself.',
      fields: cleanFields,
      createdAt: new Date(now.getTime() - 2 * dayMs),
      expiresAt: new Date(now.getTime() + 5 * dayMs),
      rows: () => cleanRows(300, 'temporary'),
    }),
    defineTable('acme-analytics.crm.no_key_fits', {
      description: 'Nothing in it can name a contact.',
      fields: [
        column('score', 'FLOAT'),
        column('photo', 'BYTES'),
        record('address', [column('email', 'STRING')], 'An address of a record is not a column'),
        repeated(column('emails', 'STRING')),
        column('place', 'GEOGRAPHY'),
        column('profile', 'JSON'),
      ],
      rows: () => [
        [0.5, 'AAEC', ['alfa@example.com'], ['alfa@example.com'], 'POINT(30.5 50.4)', '{"a":1}'],
        [null, null, [null], [], null, null],
      ],
    }),
    defineTable('acme-analytics.crm.view_over_warehouse', {
      kind: 'VIEW',
      description: 'Reads a table of another team.',
      fields: [column('email', 'STRING'), column('orders', 'INTEGER')],
      view: { query: 'SELECT email, orders FROM `acme-warehouse.raw.markets`' },
    }),
    defineTable('acme-analytics.crm.authorized_view', {
      kind: 'VIEW',
      description: 'Reads a table of another team, which allows it.',
      fields: [column('email', 'STRING')],
      view: { query: 'SELECT email FROM `acme-warehouse.raw.markets`' },
    }),
    defineTable('acme-analytics.crm.slow_view', {
      kind: 'VIEW',
      description: 'Joins everything with everything; nobody has waited for its end yet.',
      fields: [required(column('email', 'STRING'))],
      view: { query: slowSql },
    }),
    defineTable('acme-analytics.crm.quarrelsome_view', {
      kind: 'VIEW',
      description: 'Ends in an error whose words its author chose.',
      fields: [column('email', 'STRING')],
      view: {
        query: `SELECT IF(RAND() < 2, ERROR('Invalid JWT Signature. <b>Ask your administrator</b> for bigquery.jobs.create'), 'a@example.com') AS email`,
      },
    }),
  ];
}

const personalTag = 'projects/acme-analytics/locations/us/taxonomies/4711/policyTags/42';

const thousands = 'UNNEST(GENERATE_ARRAY(1, 15000))';
const slowSql = `SELECT CAST(COUNT(*) AS STRING) AS email FROM ${thousands} AS a, ${thousands} AS b, ${thousands} AS c WHERE a * b * c < 0`;
