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
  return digest([key.clientEmail, field, kind, sourceFormat, createdAt, schema]);
}

/** What an export was tried into. */
export function shapeOfDataset(
  { key, draft: { exportDataset } }: About,
  { location, createdAt }: DatasetFacts,
): string {
  return digest([key.clientEmail, exportDataset, location, createdAt]);
}

const digest = (parts: unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
