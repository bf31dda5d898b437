import type { Difference, Drift } from '../../schemas/drift.ts';
import type { ConnectorRecord } from '../../schemas/records.ts';
import type { Report } from '../../schemas/report.ts';
import type { Sighting } from '../../schemas/sighting.ts';
import { differences } from './differences.ts';
import { identityOf, isSame, isToldWith, keepsInMind, replaces } from './told-as.ts';

export interface DriftAfter {
  /** What the record keeps of it. */
  kept: Pick<ConnectorRecord, 'saved' | 'drift' | 'driftTold'>;
  /** What the world is told now, for the first time. */
  told: Difference[];
  /** What it was told, and is so no more. */
  gone: Difference[];
}

interface Check {
  seen: Sighting | undefined;
  outcome: Report['outcome'];
  /** A change of health is announced by this check in any case. */
  announces: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What a check makes of the drift of a connector. Each difference is told once: with a change of health, or by itself when
 * the connector works. While a failure waits to be confirmed, or nobody knows, it waits too. What is gone again is dropped
 * without a word to the world, and if it comes back within a day it is not told again.
 */
export function driftAfter(record: ConnectorRecord, check: Check, now: Date): DriftAfter {
  const { seen, outcome, announces } = check;
  const before = record.drift ?? [];
  const works = outcome === 'passed' || outcome === 'warning';
  const saved = works && seen ? { ...seen, ...record.saved } : record.saved;
  const holding = saved && seen ? compared(record, saved, seen, now) : before;
  const at = now.toISOString();
  const remembered = (record.driftTold ?? [])
    .filter((told) => now.getTime() - Date.parse(told.at) < dayMs)
    .map((told) => (holding.some((each) => keepsInMind(each, told.what)) ? { ...told, at } : told));
  const tells = works || announces;
  const toldOf = (difference: Difference) =>
    before.find((each) => isToldWith(difference, each))?.toldAt ??
    remembered.find(({ what }) => what === identityOf(difference))?.at;
  const untold = holding.filter((difference) => toldOf(difference) === undefined);
  const told = tells ? untold.map(plain) : [];
  const drift = holding.map((difference): Drift => {
    const toldAt = toldOf(difference) ?? (tells ? at : undefined);
    const since = before.find((each) => isSame(each, difference))?.since ?? at;
    return { ...plain(difference), since, ...(toldAt !== undefined && { toldAt }) };
  });
  const driftTold = [...remembered, ...told.map((each) => ({ what: identityOf(each), at }))];
  const gone = before.filter(
    (each) => each.toldAt !== undefined && !holding.some((now) => replaces(now, each)),
  );
  const kept = { saved, drift: unlessEmpty(drift), driftTold: unlessEmpty(driftTold) };
  return { kept, told, gone: gone.map(plain) };
}

const unlessEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

function compared(record: ConnectorRecord, saved: Sighting, seen: Sighting, now: Date) {
  const { connection, key, drift: known = [] } = record;
  return differences({ saved, seen, connection, key, now, known });
}

function plain({ aspect, was, is, detail, remedyText }: Difference): Difference {
  return { aspect, was, is, detail, ...(remedyText !== undefined && { remedyText }) };
}
