import fc from 'fast-check';
import { type Sighting, sighting } from '../../../shared/schemas/sighting.ts';

const startMs = Date.parse('2026-03-01T00:00:00Z');
const dayMs = 86_400_000;
const instant = fc
  .integer({ min: 0, max: 60 * 24 })
  .map((hours) => new Date(startMs + hours * 3_600_000).toISOString());
const farInstant = fc.oneof(instant, fc.constant('9999-12-31T23:59:59.000Z'));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name = fc.constantFrom('email', 'mail', 'e_mail', 'id', 'phone', 'x'.repeat(300));
const type = fc.constantFrom('STRING', 'INTEGER', 'INT64', 'FLOAT', 'RECORD');
const mode = fc.constantFrom('NULLABLE', 'REQUIRED', 'REPEATED');
const column = fc.record({ name, type, mode });
const dataset = fc.record({
  location: optional(fc.constantFrom('EU', 'US')),
  createdAt: optional(instant),
  tablesLiveMs: optional(fc.constantFrom(0, dayMs, 60 * dayMs)),
});
const places = [
  `table ${'longer than any name '.repeat(200)}`,
  `table ${'p'.repeat(30)}.${'d'.repeat(1024)}.${'t'.repeat(1024)}`,
  'project acme-p',
];
const right = fc
  .tuple(
    fc.constantFrom('bigquery.jobs.create', 'bigquery.tables.getData'),
    fc.constantFrom(...places),
  )
  .map(([permission, on]) => `${permission} on ${on}`);
const counts = fc
  .record({
    rows: fc.integer({ min: 0, max: 100_000 }),
    shares: fc.tuple(fc.nat(40), fc.nat(40), fc.nat(20)),
    samplePercent: optional(fc.constantFrom(1, 50)),
  })
  .map(({ rows, shares: [empty, malformed, duplicates], samplePercent }) => ({
    rows,
    empty: Math.floor((rows * empty) / 100),
    malformed: Math.floor((rows * malformed) / 100),
    duplicates: Math.floor((rows * duplicates) / 100),
    samplePercent,
  }));

/** Whatever a check may have seen, as the store gives it back: what was not seen has no name. */
export const anySighting: fc.Arbitrary<Sighting> = fc
  .record({
    at: instant,
    key: optional(fc.record({ listed: fc.boolean(), expiresAt: optional(farInstant) })),
    dataset: optional(dataset),
    table: optional(
      fc.record({
        kind: fc.constantFrom('TABLE', 'VIEW', 'GOOGLE_SHEETS', 'NEW_KIND'),
        createdAt: optional(instant),
        expiresAt: optional(instant),
        filterRequired: fc.boolean(),
      }),
    ),
    column: optional(
      fc.record({ name: fc.constantFrom('email', 'Email'), type, mode, policyTags: fc.nat(2) }),
    ),
    columns: optional(fc.array(column, { maxLength: 6 })),
    quality: optional(counts),
    exportDataset: optional(dataset),
    rights: optional(
      fc.tuple(fc.uniqueArray(right), fc.uniqueArray(right)).map(([held, lacking]) => ({
        held,
        lacking: lacking.filter((each) => !held.includes(each)),
      })),
    ),
    powers: optional(
      fc.uniqueArray(
        fc.record({
          project: fc.constantFrom('acme-p', 'acme-q'),
          permissions: fc.uniqueArray(fc.constantFrom('iam.roles.create', 'storage.objects.get')),
        }),
        { selector: ({ project }) => project },
      ),
    ),
  })
  .map((seen) => sighting.parse(JSON.parse(JSON.stringify(seen))));
