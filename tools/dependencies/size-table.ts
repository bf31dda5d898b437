import { format, resolveConfig } from 'prettier';
import type { BundleSizes } from './bundle-sizes.ts';

export const dependenciesFile = 'docs/dependencies.md';

const mark = '<!-- table: sizes -->';
const place = new RegExp(`(?<=${mark}\\n\\n)(?:\\|.*\\n)+`);

/** The text with its table of sizes written anew. */
export async function withSizes(text: string, sizes: BundleSizes): Promise<string> {
  if (!place.test(text)) throw new Error(`There is no table under ${mark} in ${dependenciesFile}.`);
  const options = await resolveConfig(dependenciesFile);
  return format(text.replace(place, sizeTable(sizes)), { ...options, parser: 'markdown' });
}

/** Packages down, bundles across, KiB in the cells: the largest first. */
function sizeTable(sizes: BundleSizes): string {
  const bundles = [...sizes];
  const largest = (name: string) => Math.max(...bundles.map(([, each]) => each.get(name) ?? 0));
  const names = [...new Set(bundles.flatMap(([, each]) => [...each.keys()]))].toSorted(
    (one, other) => largest(other) - largest(one) || (one < other ? -1 : 1),
  );
  const rows = [
    ['package', ...bundles.map(([bundle]) => bundle)],
    ['---', ...bundles.map(() => '---:')],
    ...names.map((name) => [name, ...bundles.map(([, each]) => kibibytes(each.get(name)))]),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const kibibytes = (bytes: number | undefined) =>
  bytes === undefined ? '' : (bytes / 1024).toFixed(1);

/** What the table in the text says, in KiB: by bundle, then by package. */
export function sizesToldBy(text: string): Map<string, Map<string, number>> {
  const [header = [], , ...rows] = cellsOf(place.exec(text)?.[0] ?? '');
  return new Map(
    header.slice(1).map((bundle, index) => [
      bundle,
      new Map(
        rows.flatMap(([name = '', ...cells]) => {
          const cell = cells[index] ?? '';
          return cell === '' ? [] : [[name, Number(cell)]];
        }),
      ),
    ]),
  );
}

export function cellsOf(table: string): string[][] {
  const lines = table.trim().split('\n');
  return lines
    .map((line) => line.split('|').slice(1, -1))
    .map((row) => row.map((cell) => cell.trim()));
}
