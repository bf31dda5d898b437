import type { Outcome } from './chaos.ts';

const columns = [
  'asked',
  'answered',
  'refused',
  'killed',
  'explained',
  'stuck',
  'unexplained',
] as const;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

export function print({ tally, ...outcome }: Outcome): void {
  const line = (name: string, cells: (string | number)[]) => {
    say(name.padEnd(24) + cells.map((cell) => String(cell).padStart(12)).join(''));
  };
  line('operation', [
    'asked',
    'answered',
    'of them 4xx',
    'killed',
    '5xx by kill',
    '5xx, stuck',
    '5xx',
  ]);
  for (const [what, row] of [...tally.rows].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    line(
      what,
      columns.map((name) => row[name]),
    );
  const total = tally.total();
  line(
    'together',
    columns.map((name) => total[name]),
  );
  const { findings } = outcome;
  const figures: [string, number][] = [
    ['processes killed', outcome.kills],
    ['connectors that were answered', outcome.connectors],
    ['answered writes lost', findings.lost.length],
    ['keys, records, names that disagree, before healing', outcome.orphansBefore],
    ['… after healing', findings.orphans.length],
    ['gaps in histories', findings.history.length],
    ['announcements waiting before healing', outcome.waitingBefore],
    ['announcements published, repeated ones too', outcome.told],
    ['announcements missing or under two ids', findings.announcements.length],
    ['what nobody can explain', outcome.surprises.length],
  ];
  say('');
  for (const [name, figure] of figures) say(`${name.padEnd(52)}${String(figure).padStart(6)}`);
  for (const sentence of wrongIn(outcome)) say(`  WRONG  ${sentence}`);
}

export function wrongIn({
  findings,
  surprises,
}: Pick<Outcome, 'findings' | 'surprises'>): string[] {
  const { lost, orphans, history, announcements } = findings;
  return [...lost, ...orphans, ...history, ...announcements, ...surprises];
}
