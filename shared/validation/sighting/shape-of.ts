import { createHash } from 'node:crypto';
import type { DatasetFacts, TableFacts } from '../../ports/warehouse.ts';
import type { Subject } from '../check.ts';

type About = Pick<Subject, 'key' | 'draft'>;

/**
 * What the counting of keys was made of: whose, of which column, in a table of which making and columns. Counted of the
 * same, they need not be counted again the same day; rows come and go, and are counted once a day.
 */
export function shapeOfTable({ key, draft: { field } }: About, facts: TableFacts): string {
  const { kind, sourceFormat, createdAt, columns } = facts;
  const schema = columns.map(({ name, type, mode, policyTags }) => [name, type, mode, policyTags]);
  const { project, dataset, table, column = '', contactKey } = { ...field };
  const asked = [project, dataset, table, column.toLowerCase(), contactKey?.type];
  return digest([key.clientEmail, asked, kind, sourceFormat, createdAt, schema]);
}

/** What an export was tried into. */
export function shapeOfDataset(
  { key, draft: { exportDataset } }: About,
  { location, createdAt }: DatasetFacts,
): string {
  const { project, dataset } = { ...exportDataset };
  return digest([key.clientEmail, project, dataset, location, createdAt]);
}

const digest = (parts: unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
