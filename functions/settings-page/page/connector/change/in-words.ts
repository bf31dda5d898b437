import type { Connector } from '../../api/client.ts';
import { versionInWords } from '../../draft/save/version-in-words.ts';
import { strings } from '../../strings.ts';

export type Row = [what: string, value: string];

/** What of a connector somebody may have changed, a line each, in the same order for every version. */
export function inWords(connector: Connector): Row[] {
  const words = strings.connector.conflict;
  return [
    [words.name, connector.name],
    [words.use, connector.paused ? words.paused : words.used],
    ...versionInWords(connector),
  ];
}

/** The lines in which two versions differ. */
export function differences(
  mine: Connector,
  theirs: Connector,
): { what: string; mine: string; theirs: string }[] {
  const other = inWords(theirs);
  return inWords(mine).flatMap(([what, value], line) => {
    const [, now = ''] = other[line] ?? [];
    return value === now ? [] : [{ what, mine: value, theirs: now }];
  });
}
