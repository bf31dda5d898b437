import { type Answered, ask, type Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { peakOf, rssOf } from '../process-use.ts';
import { mostColumns, type WideGoogle, type WideTable } from './wide-google.ts';
import type { Verdicts } from './verdicts.ts';

const mib = 1024 ** 2;
/** Seven eighths of what both functions are given. */
const mostMib = 448;

export const wideTablesTried: Wide['table'][] = [
  { called: 'named at length', nameLength: 300, descriptionLength: 0, tagged: false },
  { called: 'described and tagged', nameLength: 20, descriptionLength: 1024, tagged: true },
  { called: 'as usual', nameLength: 20, descriptionLength: 40, tagged: false },
];

export interface Wide {
  google: WideGoogle;
  table: WideTable & { called: string };
  /** As many at once as an instance is handed. */
  calls: Call[];
}

/** A tenant's widest tables, asked for by as many as an instance serves at once: it may not end for want of memory. */
export async function wideTables(
  { name, port, process: child }: DeployedFunction,
  { google, table, calls }: Wide,
  { title, tell, atMost }: Verdicts,
): Promise<void> {
  title(
    `${name}: ${String(calls.length)} at once on ${String(mostColumns)} columns, ${table.called}`,
  );
  google.is(table);
  tell('memory before', `${rssOf(String(child.pid)).toFixed(0)} MiB`);
  const began = performance.now();
  const answers = await Promise.all(calls.map(async (call) => ask(port, call).catch(lost)));
  tell('answered after', `${((performance.now() - began) / 1000).toFixed(1)} s`);
  tell('Google’s answer', `${(google.bytes() / mib).toFixed(2)} MiB`);
  for (const [said, its] of Map.groupBy(answers, wordOf)) tell(`  ${said}`, String(its.length));
  atMost('memory at its peak', peakOf(String(child.pid)), mostMib, ' MiB');
}

const lost = (): Answered => ({ status: 0, headers: {}, text: '', json: {} });

/** What became of it: a status, and the problem's code or how many columns there are. */
function wordOf({ status, json }: Answered): string {
  const { code, cause, columns, outcome, checks } = json;
  const causes = Array.isArray(checks)
    ? checks.flatMap((check: { cause?: string }) => check.cause ?? [])
    : [];
  const count = Array.isArray(columns) ? `${String(columns.length)} columns` : undefined;
  const parts = [status, code, cause, count, outcome, ...causes];
  return parts
    .filter((part) => ['string', 'number'].includes(typeof part))
    .map(String)
    .join(' ');
}

/** The same call, of the wide table. */
export function wideCalls({ path, body, ...call }: Call): Call {
  if (body === undefined) return { ...call, path: `${path}&dataset=crm&table=wide` };
  const asked = JSON.parse(String(body)) as { uniqueContactField: object };
  const uniqueContactField = { ...asked.uniqueContactField, table: 'wide' };
  return { ...call, path, body: JSON.stringify({ ...asked, uniqueContactField }) };
}
