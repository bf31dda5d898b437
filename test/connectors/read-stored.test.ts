import { describe, expect, test } from 'vitest';
import { announcement } from '../../shared/schemas/announcement.ts';
import { change } from '../../shared/schemas/connector.ts';
import { readStored } from '../../shared/schemas/read-stored.ts';
import { connectorRecord, keyRecord, validationRecord } from '../../shared/schemas/records.ts';
import { sampleDriftEvent, sampleEvent } from '../support/sample-events.ts';
import {
  sampleChange,
  sampleConnector,
  sampleKeyRecord,
  sampleValidation,
} from '../support/sample-records.ts';
import { sampleSighting } from '../support/sample-sighting.ts';

/** The value once for each object in it, with members there that no schema of ours knows; evidence has what it has. */
function ofLater(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    return list.flatMap((each, at) => ofLater(each).map((later) => list.with(at, later)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, each]) =>
    (name === 'evidence' ? [] : ofLater(each)).map((later) => ({ ...value, [name]: later })),
  );
  return [{ ...value, later: { of: ['a', 'release'] }, muchLater: 1 }, ...inside];
}

const { keyId, key, connection } = sampleConnector();
const until = '2026-03-09T09:02:00.000Z';
const contactKey = { type: 'additionalField', id: 'loyalty-number' };
const { uniqueContactField } = connection;
const custom = { ...connection, uniqueContactField: { ...uniqueContactField, contactKey } };
const records = [
  [
    'a connector',
    connectorRecord,
    sampleConnector({ previous: { keyId, key, connection, until }, saved: sampleSighting() }),
  ],
  ['a key', keyRecord, sampleKeyRecord()],
  ['a validation', validationRecord, sampleValidation({ sighting: sampleSighting() })],
  [
    'a validation of another contact key',
    validationRecord,
    { ...sampleValidation(), connection: custom },
  ],
  ['a change', change, sampleChange()],
  ['an announcement of health', announcement, sampleEvent()],
  ['an announcement of drift', announcement, sampleDriftEvent()],
] as const;

describe('what a later release wrote is read as this one knows it', () => {
  test.each(records)('%s', (_, schema, value) => {
    const plain: unknown = structuredClone(value);
    const all = ofLater(plain);
    expect(all.length).toBeGreaterThan(0);
    for (const later of all) {
      const before = structuredClone(later);
      expect(readStored(schema, later)).toEqual(plain);
      expect(later).toEqual(before);
    }
    // All of them at once, too.
    const everywhere = all.reduce((sum) => ofLater(sum).at(-1) ?? sum, all[0]);
    expect(readStored(schema, everywhere)).toEqual(plain);
  });
});

test('a check that only a later release makes is left out of a report, and all others stay', () => {
  const plain = sampleConnector();
  const { checks } = plain.latestReport;
  const [first] = checks;
  const later = [
    { ...first, id: 'A9', name: 'read-by-the-moon' },
    ...checks,
    { ...first, id: 'F1', more: 1 },
  ];
  const stored = { ...plain, latestReport: { ...plain.latestReport, checks: later }, later: 1 };
  expect(checks.length).toBeGreaterThan(1);
  expect(readStored(connectorRecord, stored)).toEqual(plain);
});

test.each([
  ['nothing', undefined],
  ['a text', 'text'],
  ['a member that is missing', { ...sampleKeyRecord(), keyId: undefined }],
  [
    'a member that is another thing, beside an unknown one',
    { ...sampleKeyRecord(), uploadedAt: 7, later: 1 },
  ],
])('%s is refused', (_, stored) => {
  expect(() => readStored(keyRecord, stored)).toThrow();
});

test('a word that says what something is for, or how it is, is not left out', () => {
  const plain = sampleConnector();
  const others = [
    { ...plain, connection: { ...plain.connection, purposes: ['import', 'barter'] } },
    { ...plain, health: { ...plain.health, state: 'bewitched' } },
  ];
  for (const stored of others) expect(() => readStored(connectorRecord, stored)).toThrow();
});
