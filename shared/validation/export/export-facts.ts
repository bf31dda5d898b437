import type { Answer } from '../../ports/answer.ts';
import type {
  DatasetFacts,
  Listed,
  TableFacts,
  TableSummary,
  Warehouse,
} from '../../ports/warehouse.ts';
import type { ServiceAccountKey } from '../../schemas/service-account-key.ts';
import type { Draft } from '../draft.ts';
import type { Extent } from '../extent.ts';
import { type Fact, once, valueOf } from '../fact.ts';
import { dataSets } from './data-sets.ts';
import { classify } from '../refusals/classify.ts';
import { isDenial } from '../refusals/verdict.ts';
import { shapeOfDataset } from '../sighting/shape-of.ts';
import { isLeftOver, type Probe, probeLoad } from './probe.ts';
import { writeProbe } from './write-probe.ts';

/** What Google knows of the dataset into which the platform is to export. */
export interface ExportFacts {
  exportDataset: Fact<DatasetFacts>;
  exportTables: Fact<Listed<TableSummary>>;
  /** The tables that bear the name of a data set, as they are. */
  namesakes: () => Promise<Map<string, Answer<TableFacts>> | undefined>;
  /** Whether a row is to be written this time. */
  probeWanted: () => Promise<boolean>;
  probe: () => Promise<Probe | undefined>;
}

interface Asking {
  key: ServiceAccountKey;
  draft: Draft;
  warehouse: () => Promise<Warehouse | undefined>;
  probeId: string;
  extent: Pick<Extent, 'probe'>;
  now: Date;
  signal: AbortSignal;
  afterwards: (work: Promise<unknown>) => void;
}

const mostListed = 1000;

export function exportFacts({ key, draft, warehouse, ...options }: Asking): ExportFacts {
  const target = draft.purposes.includes('export') ? draft.exportDataset : undefined;
  const { now, signal, afterwards } = options;
  const exportDataset = once(async () => target && (await warehouse())?.dataset(target));
  const exportTables = once(async () => {
    const opened = await warehouse();
    if (!target || !opened) return undefined;
    const tables = await opened.tables(target, { limit: mostListed });
    sweep(opened, tables);
    return tables;
  });

  /** What an earlier validation could not take away itself. */
  const sweep = (opened: Warehouse, tables: Answer<Listed<TableSummary>>) => {
    if (!target) return;
    for (const left of (valueOf(tables)?.items ?? []).filter((each) => isLeftOver(each, now))) {
      afterwards(opened.deleteTable({ ...target, table: left.table }));
    }
  };

  const namesakes = once(async () => {
    const [opened, tables] = await Promise.all([warehouse(), exportTables().then(valueOf)]);
    if (!target || !opened || !tables) return undefined;
    // Beyond the first page of a list, asking for nine names is less than reading on.
    const anyCase = valueOf(await exportDataset())?.isCaseInsensitive === true;
    const folded = (name: string) => (anyCase ? name.toLowerCase() : name);
    const seen = new Set(tables.items.map(({ table }) => folded(table)));
    const whole = tables.nextPageToken === undefined;
    const names = Object.keys(dataSets).filter((name) => seen.has(folded(name)) || !whole);
    const answers = names.map(
      async (table) => [table, await opened.table({ ...target, table })] as const,
    );
    return new Map(await Promise.all(answers));
  });

  const probeWanted = once(async () => {
    const { probe: again } = options.extent;
    if (!target || typeof again === 'string') return again === 'always';
    const answer = await exportDataset();
    if (!answer) return false;
    if ('value' in answer)
      return shapeOfDataset({ key, draft }, answer.value) !== again.unlessShape;
    // Where the dataset may not be looked at, trying is the only way to see that it is there.
    return isDenial(classify(answer.refusal));
  });
  const probe = once(async () => {
    if (!target || !(await probeWanted())) return undefined;
    const opened = await warehouse();
    if (!opened) return undefined;
    const writing = writeProbe(opened, probeLoad(target, options.probeId, now), signal);
    afterwards(writing);
    return writing;
  });
  return { exportDataset, exportTables, namesakes, probeWanted, probe };
}
