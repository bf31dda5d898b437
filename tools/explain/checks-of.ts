import { checkNames } from '../../shared/schemas/report.ts';
import type { Verdict } from '../../shared/validation/refusals/verdict.ts';

const names: Record<string, string> = checkNames;

const byOperation: Record<string, string[]> = {
  token: ['B2'],
  certificates: ['B1'],
  'datasets.list': ['C1'],
  'datasets.get': ['D1'],
  'tables.get': ['D2'],
  'tables.list': ['E3'],
  'tables.insert': ['E4'],
  'tables.delete': ['E4'],
  'jobs.insert': ['E4'],
};

/** The checks that would show such an answer. C2 asks for no table: what lies in one is shown by those that read it. */
export function checksOf(operation: string, { on }: Verdict): string[] {
  const ids = Object.hasOwn(byOperation, operation) ? byOperation[operation] : undefined;
  if (ids) return ids;
  if (!operation.startsWith('jobs.')) return [];
  if (on === undefined) return ['C2', 'D4', 'D5'];
  return on === 'project' ? ['C2'] : ['D4', 'D5'];
}

export const checkInWords = (id: string): string =>
  Object.hasOwn(names, id) ? `${id} ${String(names[id])}` : id;
