import { strings } from '../../strings.ts';

const units: [string, bytes: number][] = [
  ['TiB', 1024 ** 4],
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
];
const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });

/** `10 MiB`: in Google's own units, by which it bills. */
export function bytesInWords(bytes: number): string {
  const [unit, size] = units.find(([, each]) => bytes >= each) ?? ['bytes', 1];
  return `${number.format(bytes / size)} ${unit}`;
}

/** What people can judge: nobody knows what 0.00006 dollars are. */
export function priceInWords(usd: number): string {
  const words = strings.report.price;
  if (usd < 0.0001) return words.hundredth;
  if (usd < 0.01) return words.cent;
  return words.about(dollars.format(usd));
}

export function costInWords(bytes: number, usd: number | undefined): string {
  const words = strings.report.cost;
  if (bytes === 0) return words.nothing;
  const price = usd === undefined ? undefined : priceInWords(usd);
  return words.some(bytesInWords(bytes), price);
}
