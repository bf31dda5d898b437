import type { Difference, Drift } from '../../schemas/drift.ts';
import type { ConnectorRecord } from '../../schemas/records.ts';
import type { Report } from '../../schemas/report.ts';
import type { Sighting } from '../../schemas/sighting.ts';
import { differences } from './differences.ts';

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
  const remembered = (record.driftTold ?? []).filter(
    ({ at }) => now.getTime() - Date.parse(at) < dayMs,
  );
  const at = now.toISOString();
  const tells = works || announces;
  const toldOf = (difference: Difference) =>
    before.find((each) => isSame(each, difference))?.toldAt ??
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

/** Of counts it is the same difference whatever they are today. */
const byAspectAlone = ['keys-empty', 'keys-malformed', 'keys-duplicate', 'rows-fewer'];

function identityOf({ aspect, is }: Difference): string {
  return byAspectAlone.includes(aspect) ? aspect : `${aspect} ${is}`;
}

const isSame = (one: Difference, other: Difference) => identityOf(one) === identityOf(other);

/** What is otherwise, or nearer its end, is not gone. Each right is one thing of its own. */
function replaces(now: Difference, before: Difference): boolean {
  return now.aspect === 'permissions-reduced' ? isSame(now, before) : now.aspect === before.aspect;
}

function plain({ aspect, was, is, detail, remedyText }: Difference): Difference {
  return { aspect, was, is, detail, ...(remedyText !== undefined && { remedyText }) };
}
