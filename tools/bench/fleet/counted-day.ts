import { checkConnector } from '../../../functions/check-connector/check-connector.ts';
import { checkConnectors } from '../../../functions/check-connectors/check-connectors.ts';
import { systemStamps } from '../../../shared/adapters/system/system-stamps.ts';
import { googleCircuit } from '../../../shared/limits/google-circuit.ts';
import { movableClock } from '../../../test/contracts/movable-clock.ts';
import { saveConnector } from '../../../test/support/save-connector.ts';
import { type Incident, scriptedGoogle } from '../../../test/support/scripted-google.ts';
import { watchedGoogle } from '../../../test/support/watched-google.ts';
import { median } from '../median.ts';
import { countedStage, type Usage } from './counted-stage.ts';
import type { CountedFirestore } from './emulated-firestore.ts';

export interface CountedDay {
  checks: number;
  passes: number;
  ofChecks: Usage;
  ofPasses: Usage;
  /** Of a check while each answer of Google takes 50 ms, and of a pass; in milliseconds. */
  checkMs: number;
  passMs: number;
}

const start = '2026-03-02T00:00:00.000Z';
const minuteMs = 60_000;
const connectors = 12;
const answerMs = 50;

/** A day of some connectors, one of which breaks and is mended, through both functions and Google's own adapters. */
export async function countedDay(counted: CountedFirestore): Promise<CountedDay> {
  const clock = movableClock(start);
  const { now } = clock;
  const stage = await countedStage(counted, now);
  const hour = () => (now().getTime() - Date.parse(start)) / (60 * minuteMs);
  const broken = (email: string): Incident =>
    email.startsWith('reader0@') && hour() >= 6 && hour() < 12 ? 'no-jobs' : 'fine';
  const stamps = { now, newId: () => systemStamps.newId() };
  const ports = { ...stage, stamps, circuit: googleCircuit(clock) };
  for (let number = 0; number < connectors; number += 1) {
    const email = `reader${String(number)}@acme-analytics.iam.gserviceaccount.com`;
    await saveConnector({ ...stage, now }, `w${String(number)}`, { email, dueAt: now(), number });
  }
  stage.taken();
  const spent = { ofChecks: [] as Usage[], ofPasses: [] as Usage[] };
  const passMs: number[] = [];
  const lightMs: number[] = [];
  let checks = 0;
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    clock.moveTo(new Date(Date.parse(start) + minute * minuteMs));
    const began = performance.now();
    await checkConnectors({}, { ...stage, now }, stage.note);
    passMs.push(performance.now() - began);
    spent.ofPasses.push(stage.taken());
    for (const task of stage.tasks()) {
      const delayMs = minute > 23 * 60 ? answerMs : undefined; // the last hour is measured
      const google = watchedGoogle(scriptedGoogle(broken), { ...(delayMs && { delayMs }) }).ports;
      const { signal } = new AbortController();
      const begun = performance.now();
      await checkConnector(task, { ...ports, ...google }, { signal, note: stage.note });
      if (delayMs) lightMs.push(performance.now() - begun);
      checks += 1;
    }
    spent.ofChecks.push(stage.taken());
  }
  await stage.close();
  return {
    checks,
    passes: passMs.length,
    ofChecks: spent.ofChecks.reduce(sum),
    ofPasses: spent.ofPasses.reduce(sum),
    checkMs: median(lightMs),
    passMs: median(passMs),
  };
}

function sum(one: Usage, other: Usage): Usage {
  const names = Object.keys(one) as (keyof Usage)[];
  return Object.fromEntries(
    names.map((name) => [name, one[name] + other[name]]),
  ) as unknown as Usage;
}
