import { disagreements } from '../bundles/two-stores/disagreements.ts';
import type { Kept } from '../bundles/two-stores/kept.ts';
import { type Diary, isSame, type Line, stateOf } from './diary.ts';

/** All that is left at Google of one workspace, and what the world was told of it. */
export interface Left {
  workspace: string;
  kept: Kept;
  told: { id: string; connectorId: string; type: string }[];
  /** What waits to be told. */
  waiting: number;
}

/** What must hold, whoever was killed when; each finding is a sentence. */
export interface Findings {
  /** Saves and changes that were answered and are not so. */
  lost: string[];
  /** Keys without records, records without keys, names and secrets that do not follow their record. */
  orphans: string[];
  history: string[];
  announcements: string[];
}

export function judge(diary: Diary, all: Left[]): Findings {
  const findings: Findings = { lost: [], orphans: [], history: [], announcements: [] };
  for (const left of all) {
    const lines = diary.lines.filter(({ workspace }) => workspace === left.workspace);
    findings.lost.push(...lines.flatMap((line) => lostOf(line, left)));
    findings.lost.push(...inventedIn(lines, diary, left));
    findings.orphans.push(...orphansIn(left.kept));
    findings.history.push(...lines.flatMap((line) => gapsIn(line, left)));
    findings.announcements.push(...unheardOf(left));
  }
  return findings;
}

/** Where keys and records do not agree, of all that is in the stores. */
export function orphansIn(kept: Kept): string[] {
  const { keys, secrets } = kept;
  return [
    ...disagreements(kept),
    ...[...secrets.keys()].filter((id) => !keys.has(id)).map((id) => `${id} has no record`),
    ...[...keys.keys()].filter((id) => !secrets.has(id)).map((id) => `${id} has no key`),
  ];
}

/** Keys whose upload was answered and that are not there; before their day is over. */
export function lostUploads({ uploads }: Diary, all: Left[]): string[] {
  const kept = new Map(all.map((left) => [left.workspace, left.kept]));
  return uploads.flatMap(({ workspace, keyId }) => {
    const { keys, secrets } = kept.get(workspace) ?? {};
    const isThere = keys?.has(keyId) === true && secrets?.has(keyId) === true;
    return isThere ? [] : [`${keyId} was uploaded and is lost`];
  });
}

function lostOf(line: Line, { kept }: Left): string[] {
  const { connectorId, possible, etagsBefore } = line;
  const record = kept.records.find((each) => each.connectorId === connectorId);
  if (!record) return [`${connectorId} was answered and is lost`];
  const found = stateOf(record);
  const wrong: string[] = [];
  if (!possible.some((state) => isSame(state, found)))
    wrong.push(
      `${connectorId} is ${JSON.stringify(found)}, answered was ${JSON.stringify(possible)}`,
    );
  if (etagsBefore.has(record.etag)) wrong.push(`${connectorId} has an etag from before`);
  return wrong;
}

/** Connectors that nobody asked for: each is one of the saves whose answer was never heard. */
function inventedIn(lines: Line[], { unheard }: Diary, { workspace, kept }: Left): string[] {
  const known = new Set(lines.map(({ connectorId }) => connectorId));
  const names = unheard.filter((each) => each.workspace === workspace).map(({ name }) => name);
  return kept.records
    .filter(({ connectorId, name }) => !known.has(connectorId) && !names.includes(name))
    .map(({ connectorId }) => `nobody asked for ${connectorId}`);
}

function gapsIn({ connectorId, happened }: Line, { kept }: Left): string[] {
  const words = kept.changes.get(connectorId) ?? [];
  return [...happened].flatMap(([what, { least, most }]) => {
    const times = words.filter((word) => word === what).length;
    if (times >= least && times <= most) return [];
    const expected = least === most ? String(least) : `${String(least)} to ${String(most)}`;
    return [`${connectorId} was ${what} ${expected} times, its history says ${String(times)}`];
  });
}

const ofHealth = 'connector.health.changed';

/** Each change of health is told at least once, under one id. */
function unheardOf({ workspace, kept, told, waiting }: Left): string[] {
  const wrong = waiting > 0 ? [`${workspace}: ${String(waiting)} wait to be told`] : [];
  for (const { connectorId } of kept.records) {
    const changed = (kept.changes.get(connectorId) ?? []).filter(
      (word) => word === 'health-changed',
    );
    const events = told.filter(
      (each) => each.connectorId === connectorId && each.type === ofHealth,
    );
    const ids = new Set(events.map(({ id }) => id)).size;
    if (ids !== changed.length)
      wrong.push(
        `${connectorId} changed ${String(changed.length)} times, told ${String(ids)} times`,
      );
  }
  return wrong;
}
