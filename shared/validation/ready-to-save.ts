import type { Connection } from '../schemas/connection.ts';
import type { Report } from '../schemas/report.ts';

/** Complete for its purposes, and nothing failed. Export has no checks yet, so it is never complete. */
export function readyToSave(outcome: Report['outcome'], connection: Connection): boolean {
  return (outcome === 'passed' || outcome === 'warning') && missingForSave(connection).length === 0;
}

/** What the validation would have to cover as well, in words. */
export function missingForSave({ purposes, uniqueContactField }: Connection): string[] {
  return [
    ...(purposes.includes('import') && !uniqueContactField ? ['the unique contact field'] : []),
    ...(purposes.includes('export') ? ['the export, which cannot be validated yet'] : []),
  ];
}
