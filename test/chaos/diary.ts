import * as z from 'zod';
import type { Change } from '../../shared/schemas/connector.ts';

/** What a caller can know of a connector. */
export interface State {
  name: string;
  paused: boolean;
  keyId: string;
  previous: string | undefined;
  deleted: boolean;
}

/** One connector as its customer remembers it. */
export interface Line {
  workspace: string;
  connectorId: string;
  /** One, or, where an answer was lost, each that may be. */
  possible: State[];
  /** As answered last; unknown where an answer was lost. */
  etag: string | undefined;
  /** That are over: none of them may come back. */
  etagsBefore: Set<string>;
  /** How often something happened: as often as it was answered, and as often as it may have happened. */
  happened: Map<Change['what'], { least: number; most: number }>;
}

/** What all customers remember, and what surprised them. */
export interface Diary {
  lines: Line[];
  /** Saves whose answer nobody ever saw: name and validation by workspace. */
  unheard: { workspace: string; name: string }[];
  surprises: string[];
  /** Uploads that were answered. */
  uploads: { workspace: string; keyId: string }[];
}

export const newDiary = (): Diary => ({ lines: [], unheard: [], surprises: [], uploads: [] });

export function newLine(workspace: string, connectorId: string): Line {
  return {
    workspace,
    connectorId,
    possible: [],
    etag: undefined,
    etagsBefore: new Set(),
    happened: new Map(),
  };
}

export function count(line: Line, what: Change['what'], answered: boolean): void {
  const counted = line.happened.get(what) ?? { least: 0, most: 0 };
  counted.most += 1;
  if (answered) counted.least += 1;
  line.happened.set(what, counted);
}

export const isSame = (one: State, other: State): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

const ordered = ({ name, paused, keyId, previous, deleted }: State) => [
  deleted,
  name,
  paused,
  keyId,
  previous ?? '',
];

const shown = z.object({
  name: z.string(),
  paused: z.boolean(),
  keyId: z.string(),
  previous: z.object({ keyId: z.string() }).optional(),
  deletedAt: z.string().optional(),
});

/** A connector as it is answered, or as it is stored. */
export function stateOf(connector: unknown): State {
  const { name, paused, keyId, previous, deletedAt } = shown.parse(connector);
  return { name, paused, keyId, previous: previous?.keyId, deleted: deletedAt !== undefined };
}

/** What is known now; it has to be one of those that may be. */
export function settle(diary: Diary, line: Line, seen: State, etag: string, where: string): void {
  if (!line.possible.some((state) => isSame(state, seen))) {
    const expected = line.possible.map((state) => JSON.stringify(state)).join(' or ');
    diary.surprises.push(
      `${line.connectorId}, ${where}: is ${JSON.stringify(seen)}, expected ${expected}`,
    );
  }
  if (line.etagsBefore.has(etag))
    diary.surprises.push(`${line.connectorId}, ${where}: an etag came back`);
  if (line.etag !== undefined && line.etag !== etag) line.etagsBefore.add(line.etag);
  line.etag = etag;
  line.possible = [seen];
}
