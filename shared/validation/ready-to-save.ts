import type { Connection } from '../schemas/connection.ts';
import type { Report } from '../schemas/report.ts';

/** Complete for its purposes, and nothing failed. */
export function readyToSave(outcome: Report['outcome'], connection: Connection): boolean {
  return (outcome === 'passed' || outcome === 'warning') && missingForSave(connection).length === 0;
}

/** What the validation would have to cover as well, in words. */
export function missingForSave(connection: Connection): string[] {
  const { purposes, uniqueContactField, exportDataset } = connection;
  return [
    ...(purposes.includes('import') && !uniqueContactField ? ['the unique contact field'] : []),
    ...(purposes.includes('export') && !exportDataset ? ['the dataset to export into'] : []),
  ];
}
