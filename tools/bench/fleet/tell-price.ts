import type { CountedDay } from './counted-day.ts';
import type { Usage } from './counted-stage.ts';
import { priceTable } from './price-table.ts';
import { quotaTable } from './quota-table.ts';
import { notAsRecorded } from './recorded-day.ts';

/** What a check may ask for at the most; a change that needs more has to say so here. */
const mostOfACheck: Partial<Usage> = { reads: 3.2, writes: 1.2, accesses: 1.1, deletes: 0.1 };
/**
 * What is due, what lies too far ahead, what waits to be announced, whether five minutes have passed; and every five minutes
 * eight more, which count the fleet.
 */
const mostReadsOfAPass = 5.6;

export function tellPrice(day: CountedDay, checksADay: number): string[] {
  const { checks, passes, ofChecks, ofPasses, checkMs, passMs } = day;
  const each = (what: keyof Usage) => ofChecks[what] / checks;
  console.log(`of ${String(checks)} checks and ${String(passes)} passes, counted:`);
  console.log(
    `  a check: ${each('reads').toFixed(2)} reads, ${each('writes').toFixed(2)} writes, ${each('accesses').toFixed(2)} keys read, ${checkMs.toFixed(0)} ms where each answer of Google takes 50 ms`,
  );
  const readsOfAPass = (ofPasses.reads - checks) / passes;
  console.log(
    `  a pass: ${readsOfAPass.toFixed(2)} reads beside what is due, ${passMs.toFixed(0)} ms; a task for each that is due`,
  );
  console.log('');
  console.log(priceTable(day, checksADay));
  console.log('');
  console.log(quotaTable(day, checksADay));
  const tooMuch = Object.entries(mostOfACheck).filter(
    ([what, most]) => each(what as keyof Usage) > most,
  );
  return [
    ...tooMuch.map(
      ([what, most]) =>
        `a check takes ${each(what as keyof Usage).toFixed(2)} ${what}, not ${String(most)}`,
    ),
    ...notAsRecorded(day, checksADay),
    ...(readsOfAPass > mostReadsOfAPass ? [`a pass takes ${readsOfAPass.toFixed(2)} reads`] : []),
  ];
}
