import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driftAfter } from '../../../shared/connectors/drift/drift-after.ts';
import type { Difference } from '../../../shared/schemas/drift.ts';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import type { Sighting } from '../../../shared/schemas/sighting.ts';
import { sampleConnection, sampleConnector } from '../../support/sample-records.ts';
import { sampleSighting } from '../../support/sample-sighting.ts';
import { anySighting } from './any-sighting.ts';

type Outcome = ConnectorRecord['latestReport']['outcome'];
interface Step {
  seen: Sighting | undefined;
  outcome: Outcome;
  announces: boolean;
  hours: number;
}

const start = Date.parse('2026-03-01T00:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const record = (saved: Sighting | undefined) =>
  sampleConnector({
    saved,
    connection: sampleConnection({ exportDataset: { project: 'acme-p', dataset: 'exports' } }),
  });

/** One check after the other: what was told when, and the record in the end. */
function follow(saved: Sighting | undefined, steps: Step[]) {
  let kept = record(saved);
  let at = start;
  const told: { at: number; told: Difference[]; gone: Difference[]; waiting: number }[] = [];
  for (const { hours, ...check } of steps) {
    at += hours * hourMs;
    const after = driftAfter(kept, check, new Date(at));
    kept = { ...kept, ...after.kept };
    const waiting = (kept.drift ?? []).filter(({ toldAt }) => toldAt === undefined).length;
    told.push({ at, told: after.told, gone: after.gone, waiting });
  }
  return { told, kept };
}

const counts = ['keys-empty', 'keys-malformed', 'keys-duplicate', 'rows-fewer'];
const identity = ({ aspect, is }: Difference) =>
  counts.includes(aspect) ? aspect : `${aspect} ${is}`;

const steps = fc.array(
  fc.record({
    seen: fc.option(anySighting, { nil: undefined }),
    outcome: fc.constantFrom<Outcome>('passed', 'warning', 'failed', 'inconclusive'),
    announces: fc.boolean(),
    hours: fc.constantFrom(0.1, 1, 5, 23, 25),
  }),
  { maxLength: 12 },
);

describe('what a check makes of drift', () => {
  test('never tells the same twice within a day, and leaves nothing untold when a check passes', () => {
    fc.assert(
      fc.property(fc.option(anySighting, { nil: undefined }), steps, (saved, given) => {
        const { told } = follow(saved, given);
        const last = new Map<string, number>();
        for (const [index, each] of told.entries()) {
          for (const difference of each.told) {
            const before = last.get(identity(difference)) ?? -Infinity;
            expect(each.at - before).toBeGreaterThanOrEqual(dayMs);
            last.set(identity(difference), each.at);
          }
          const outcome = given[index]?.outcome;
          if (outcome === 'passed' || outcome === 'warning') expect(each.waiting).toBe(0);
        }
      }),
    );
  });

  test('tells nothing while a failure waits or nobody knows, unless health is announced', () => {
    fc.assert(
      fc.property(anySighting, steps, (saved, given) => {
        const { told } = follow(saved, given);
        for (const [index, each] of told.entries()) {
          const { outcome, announces } = given[index] ?? {};
          if ((outcome === 'failed' || outcome === 'inconclusive') && announces !== true)
            expect(each.told).toEqual([]);
        }
      }),
    );
  });

  test('tells once what stays, however long', () => {
    const saved = sampleSighting();
    const seen = sampleSighting({ dataset: { location: 'US' } });
    const step: Step = { seen, outcome: 'passed', announces: false, hours: 30 };

    const { told, kept } = follow(saved, [step, step, step, step]);

    expect(told.flatMap((each) => each.told)).toHaveLength(1);
    expect(kept.drift).toMatchObject([
      { since: '2026-03-02T06:00:00.000Z', toldAt: '2026-03-02T06:00:00.000Z' },
    ]);
  });

  test('tells again after a day what was gone and comes back', () => {
    const saved = sampleSighting();
    const seen = sampleSighting({ dataset: { location: 'US' } });
    const there = { seen, outcome: 'passed' as const, announces: false };
    const gone = { ...there, seen: saved };

    const { told } = follow(saved, [
      { ...there, hours: 1 },
      { ...gone, hours: 1 },
      { ...there, hours: 1 },
      { ...gone, hours: 12 },
      { ...there, hours: 12 },
    ]);

    expect(told.map((each) => [each.told.length, each.gone.length])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  test('that becomes another one of the same aspect is not told to be gone', () => {
    const saved = sampleSighting();
    const of = (type: string) =>
      sampleSighting({ column: { name: 'email', type, mode: 'NULLABLE', policyTags: 0 } });
    const step = { outcome: 'passed' as const, announces: false, hours: 1 };

    const { told } = follow(saved, [
      { ...step, seen: of('INTEGER') },
      { ...step, seen: of('FLOAT') },
    ]);

    expect(told.map((each) => [each.told.map(({ is }) => is), each.gone])).toEqual([
      [['INTEGER'], []],
      [['FLOAT'], []],
    ]);
  });

  test.each([36, 180])(
    'tells each step once of a table that is made anew each night, for %i hours',
    (lastsHours) => {
      const saved = sampleSighting();
      const steps = Array.from({ length: 10 * 24 }, (_, hour): Step => {
        const made = start + Math.floor((hour + 1) / 24) * dayMs;
        const expiresAt = new Date(made + lastsHours * hourMs).toISOString();
        const table = { kind: 'TABLE', filterRequired: false, expiresAt };
        const seen = sampleSighting({ table });
        return { seen, outcome: 'passed', announces: false, hours: 1 };
      });

      const said = follow(saved, steps).told.flatMap((each) => each.told.map(({ is }) => is));

      expect(said).toHaveLength(2);
      expect(new Set(said).size).toBe(2);
    },
  );

  test('tells nobody who takes powers away of those that are left', () => {
    const saved = sampleSighting();
    const can = (...permissions: string[]) =>
      sampleSighting({ powers: [{ project: 'acme-analytics', permissions }] });
    const step = { outcome: 'passed' as const, announces: false, hours: 1 };
    const [one, two, three] = [
      'storage.objects.get',
      'iam.roles.create',
      'resourcemanager.projects.delete',
    ];

    const { told } = follow(saved, [
      { ...step, seen: can(one, two, three) },
      { ...step, seen: can(one, two) },
      { ...step, seen: can(one, two, 'bigquery.datasets.delete') },
      { ...step, seen: can(one) },
    ]);

    expect(told.map((each) => [each.told.length, each.gone.length])).toEqual([
      [1, 0],
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  test('that was never told is dropped without any word', () => {
    const saved = sampleSighting();
    const seen = sampleSighting({ dataset: { location: 'US' } });

    const { told, kept } = follow(saved, [
      { seen, outcome: 'failed', announces: false, hours: 1 },
      { seen: saved, outcome: 'passed', announces: false, hours: 1 },
    ]);

    expect(told.map((each) => [each.told, each.gone])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(kept.drift).toBeUndefined();
  });

  test('begins with what passed first, where nothing was kept; part by part', () => {
    const { quality, ...light } = sampleSighting();
    const passed = { outcome: 'passed' as const, announces: false, hours: 1 };

    const failed = follow(undefined, [{ ...passed, outcome: 'failed', seen: light }]);
    const { kept } = follow(undefined, [
      { ...passed, seen: light },
      { ...passed, seen: { ...sampleSighting({ quality }), dataset: { location: 'US' } } },
    ]);

    expect(failed.kept.saved).toBeUndefined();
    expect(kept.saved).toEqual({ ...light, quality });
    expect(kept.drift).toMatchObject([{ aspect: 'dataset-moved', was: 'EU' }]);
  });
});
