import type { Note } from '../../shared/ports/note.ts';
import type { HealthEvent } from '../../shared/schemas/health-event.ts';
import type { Told } from './judge.ts';
import { within, type World } from './world.ts';

export interface Seen {
  checks: number;
  /** Announced again under the same id, which subscribers drop. */
  repeated: number;
  callsInOutage: number;
  checksInOutage: number;
  /** Every line of the log, and how often it was written. */
  lines: Record<string, number>;
}

/** Sees what the service says to the world, to its operators and to Google. */
export function witness({ outage }: World, hour: () => number) {
  const seen: Seen = {
    ...{ checks: 0, repeated: 0, callsInOutage: 0, checksInOutage: 0 },
    lines: {},
  };
  const told = new Map<string, Map<string, Told>>();
  const note: Note = (event) => {
    seen.lines[event] = (seen.lines[event] ?? 0) + 1;
    if (event !== 'connector-checked') return;
    seen.checks += 1;
    if (within(outage, hour())) seen.checksInOutage += 1;
  };
  return {
    seen,
    note,
    heard: () => {
      if (within(outage, hour())) seen.callsInOutage += 1;
    },
    announce: async ({ id, data }: HealthEvent) => {
      if (!('to' in data)) return; // of something else than health
      const { workspace, to } = data;
      const its = told.get(workspace) ?? new Map<string, Told>();
      if (its.has(id)) seen.repeated += 1;
      else its.set(id, { id, to, hour: hour() });
      told.set(workspace, its);
    },
    /** Of one workspace, each event once. */
    toldOf: (workspace: string): Told[] => [...(told.get(workspace)?.values() ?? [])],
  };
}
