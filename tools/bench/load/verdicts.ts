/** What is measured, line by line, and whether it keeps within its bounds. */
export interface Verdicts {
  title: (name: string) => void;
  tell: (name: string, figure: string) => void;
  /** A figure that must not be greater; the process fails where it is. */
  atMost: (name: string, figure: number, most: number, unit?: string) => void;
  exactly: (name: string, figure: number, expected: number) => void;
}

export function verdicts(): Verdicts {
  const print = (name: string, figure: string, verdict = '') => {
    console.log(`  ${name.padEnd(58)} ${figure.padStart(14)}  ${verdict}`.trimEnd());
  };
  const judge = (name: string, figure: string, bound: string, holds: boolean) => {
    print(name, figure, holds ? bound : `${bound}  MISSED`);
    if (!holds) process.exitCode = 1;
  };
  return {
    title(name) {
      console.log(`\n${name}`);
    },
    tell(name, figure) {
      print(name, figure);
    },
    atMost(name, figure, most, unit = '') {
      judge(name, `${short(figure)}${unit}`, `(at most ${short(most)}${unit})`, figure <= most);
    },
    exactly(name, figure, expected) {
      judge(name, String(figure), `(exactly ${String(expected)})`, figure === expected);
    },
  };
}

const short = (figure: number): string =>
  Number.isInteger(figure) ? String(figure) : figure.toFixed(figure < 10 ? 2 : 1);
