/** What the reader's key is to do, and where. It stands in the address, so that the link can be sent to a colleague. */
export interface Wanted {
  project: string;
  purposes: Purpose[];
  /** In which the contacts are; empty while it is not known. */
  dataset: string;
  /** Into which exports go. */
  exportDataset: string;
}

export type Purpose = 'import' | 'export';
export type Place = 'project' | 'dataset' | 'exportDataset';

/** As shared/schemas/identifiers.ts has them: what is not like these gets into no command (THREATS 44). */
const patterns: Record<Place, RegExp> = {
  project: /^(?:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  dataset: /^[A-Za-z0-9_]{1,1024}$/,
  exportDataset: /^[A-Za-z0-9_]{1,1024}$/,
};

export const isGood = (place: Place, text: string): boolean => patterns[place].test(text);

export function readWanted(search: string): Wanted {
  const query = new URLSearchParams(search);
  const text = (name: string) => (query.get(name) ?? '').slice(0, 1024);
  const given = query.getAll('for').filter((one) => one === 'import' || one === 'export');
  return {
    project: text('project'),
    purposes: given.length > 0 ? [...new Set(given)] : ['import'],
    dataset: text('dataset'),
    exportDataset: text('export-dataset'),
  };
}

/** `?project=acme-analytics&for=import&dataset=crm` */
export function searchOf({ project, purposes, dataset, exportDataset }: Wanted): string {
  const query = new URLSearchParams();
  if (project !== '') query.set('project', project);
  for (const purpose of purposes) query.append('for', purpose);
  if (purposes.includes('import') && dataset !== '') query.set('dataset', dataset);
  if (purposes.includes('export') && exportDataset !== '')
    query.set('export-dataset', exportDataset);
  return `?${query.toString()}`;
}
