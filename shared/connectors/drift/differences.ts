import { type Difference, longestOfDifference, mostDifferences } from '../../schemas/drift.ts';
import { cut } from '../cut.ts';
import type { Compared, Comparison } from './aspects.ts';
import { compareColumn } from './compare-column.ts';
import { compareDataset, compareExportDataset } from './compare-dataset.ts';
import { compareKey } from './compare-key.ts';
import { compareQuality } from './compare-quality.ts';
import { comparePowers, compareRights } from './compare-rights.ts';
import { compareTable } from './compare-table.ts';

/** In the order in which they are told: what breaks first stands first. */
const comparisons: Comparison[] = [
  compareKey,
  compareRights,
  compareColumn,
  compareTable,
  compareDataset,
  compareExportDataset,
  compareQuality,
  comparePowers,
];

/**
 * How what is seen differs from what was saved. Of what could not be seen this time, or was not looked at, that holds
 * which was known.
 */
export function differences(compared: Compared): Difference[] {
  return comparisons
    .flatMap(({ aspects, compare }): Difference[] => {
      const known = compared.known.filter(({ aspect }) => aspects.some((each) => each === aspect));
      return compare({ ...compared, known }) ?? known;
    })
    .map(bounded)
    .slice(0, mostDifferences);
}

function bounded({ aspect, was, is, detail, remedyText }: Difference): Difference {
  return {
    aspect,
    was: cut(was, longestOfDifference.was),
    is: cut(is, longestOfDifference.is),
    detail: cut(detail, longestOfDifference.detail),
    ...(remedyText !== undefined && {
      remedyText: cut(remedyText, longestOfDifference.remedyText),
    }),
  };
}
