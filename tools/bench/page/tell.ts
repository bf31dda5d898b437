import { median } from '../median.ts';
import type { Load } from './measure-load.ts';

/** What the page owes somebody on a slow telephone. */
const aims = { script: 90 * 1024, lcp: 800, ready: 1_000, shift: 0, touch: 100, frame: 100 };

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;

/** A screen's lines; the process fails where an aim is missed. */
export function tellLoads(
  name: string,
  visits: Record<'first' | 'again', Load[]>,
  files: Map<string, Uint8Array>,
): void {
  const assets = [...new Set(visits.first.flatMap((load) => load.assets))];
  const size = (ending: string, packed: string) =>
    assets
      .filter((path) => path.endsWith(ending))
      .reduce((sum, path) => sum + (files.get(path + packed) ?? files.get(path) ?? []).length, 0);
  const script = size('.js', '.gz');
  console.log(`\n${name}`);
  console.log(
    `  script ${kilobytes(script)} gzip, ${kilobytes(size('.js', '.br'))} brotli; ` +
      `style ${kilobytes(size('.css', '.gz'))} gzip, ${kilobytes(size('.css', '.br'))} brotli; ` +
      `${String(assets.length)} files`,
  );
  check(script <= aims.script);
  for (const [visit, loads] of Object.entries(visits)) {
    const of = (what: keyof Omit<Load, 'assets'>) => median(loads.map((load) => load[what]));
    const told = (['painted', 'lcp', 'ready', 'blocked'] as const).map(
      (what) => `${what} ${milliseconds(of(what))}`,
    );
    console.log(`  ${visit.padEnd(6)} ${told.join('   ')}   shift ${of('shift').toFixed(4)}`);
    check(of('painted') <= aims.lcp && of('ready') <= aims.ready && of('shift') <= aims.shift);
  }
}

export function tellTouches(
  slowest: Map<string, number>,
  scroll: { longest: number; rows: number },
): void {
  console.log('\nfrom a touch to the next picture, the slowest of each');
  for (const [name, ms] of slowest) {
    console.log(`  ${name.padEnd(24)} ${milliseconds(ms)}`);
    check(ms <= aims.touch);
  }
  const { longest, rows } = scroll;
  console.log(
    `\nscrolled to ${String(rows)} rows; longest without a new picture ${milliseconds(longest)}`,
  );
  check(longest <= aims.frame);
}

function check(met: boolean): void {
  if (met) return;
  console.log('  MISSED an aim');
  process.exitCode = 1;
}
