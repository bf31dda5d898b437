import { invalid } from '../http/google-refusal.ts';
import { dottedName, type Table } from '../world/table.ts';
import { columnsOf } from './catalog.ts';
import { filtersBy } from './partition-filter.ts';
import type { PlacedTable } from './place-tables.ts';
import type { TableScan } from './table-scans.ts';

const ingestionTime = ['_PARTITION_LOAD_TIME', '_PARTITIONDATE', '_PARTITIONTIME'];

/** Refuses a query over a table that insists on a filter by its partitions and gets none. */
export function requirePartitionFilter(
  tables: PlacedTable[],
  scans: TableScan[],
  resolved: object,
): void {
  for (const { engineName, table } of tables) {
    if (table.partitioning?.filterRequired !== true) continue;
    const names = partitionColumns(table);
    const known = new Set(names.map((name) => name.toLowerCase()));
    const indexes = new Set(
      columnsOf(table).flatMap(({ name }, index) => (known.has(name.toLowerCase()) ? [index] : [])),
    );
    for (const scan of scans.filter((each) => each.engineName === engineName)) {
      const ids = [...scan.columnIds].filter(([index]) => indexes.has(index)).map(([, id]) => id);
      if (filtersBy(new Set(ids), resolved)) continue;
      const columns = names.map((name) => `'${name}'`).join(', ');
      throw invalid(
        `Cannot query over table '${dottedName(table)}' without a filter over column(s) ${columns} that can be used for partition elimination`,
        'invalidQuery',
      );
    }
  }
}

function partitionColumns({ partitioning }: Table): string[] {
  return partitioning?.column === undefined ? ingestionTime : [partitioning.column];
}
