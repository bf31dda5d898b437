import type { Spread } from './spread.ts';

const mostOfMean = 1.5;

/** Prints the parts of the day; says which are too uneven. Means are of the part itself. */
export function tellSpread({ connectors, minutes, due, outage }: Spread): string[] {
  const imported = minutes.findIndex((count, minute) => minute > 2 && count < Math.max(...minutes));
  const calm = outage.to + 120;
  const parts: [name: string, from: number, to: number, counted: number[]][] = [
    ['the whole day, as the queue hands out', 0, minutes.length, minutes],
    ['after the import, as they fall due', imported + 120, outage.from, due],
    ['after the outage, as they fall due', calm, minutes.length, due],
  ];
  console.log(
    `${connectors.toLocaleString('en')} connectors, imported at once; an hour without Google`,
  );
  console.log(`the first checks of all were made after ${String(imported)} minutes`);
  console.log('checks a minute                          mean  busiest  ratio');
  return parts.flatMap(([name, from, to, counted]) => {
    const part = counted.slice(from, to);
    const mean = part.reduce((sum, count) => sum + count, 0) / part.length;
    const busiest = Math.max(...part);
    const ratio = busiest / mean;
    console.log(
      `${name.padEnd(38)} ${mean.toFixed(0).padStart(6)} ${String(busiest).padStart(8)} ${ratio.toFixed(2).padStart(6)}`,
    );
    return ratio > mostOfMean
      ? [`${name}: the busiest minute is ${ratio.toFixed(2)} × the mean`]
      : [];
  });
}

/** Checks a connector has in a day, without the outage and the import. */
export function checksADay({ connectors, due, outage }: Spread): number {
  const part = due.slice(outage.to + 120);
  return ((part.reduce((sum, count) => sum + count, 0) / part.length) * 24 * 60) / connectors;
}
