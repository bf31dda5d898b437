import { priceTable } from './fleet/price-table.ts';
import { quotaTable } from './fleet/quota-table.ts';
import { recordedChecksADay, recordedDay } from './fleet/recorded-day.ts';

/** The tables of docs/operating.md, from what `npm run bench -- fleet` counted last. */
export function printCost(): Promise<void> {
  console.log(priceTable(recordedDay, recordedChecksADay));
  console.log('');
  console.log(quotaTable(recordedDay, recordedChecksADay));
  return Promise.resolve();
}
