import { describe, expect, test } from 'vitest';
import { driftAnnouncementOf } from '../../shared/announcing/announcement-of.ts';
import { announcement } from '../../shared/schemas/announcement.ts';
import { type DriftEvent, driftEvent } from '../../shared/schemas/drift-event.ts';
import { eventSchemaText } from '../../tools/events/event-schema.ts';
import { sampleDifference, sampleDriftEvent, sampleEvent } from '../support/sample-events.ts';
import { documentedEvent, stamps } from './documented-event.ts';

const file = 'docs/events/connector-drift-found.schema.json';
const { text, isDocumented } = documentedEvent(file);

describe('the announcement of drift', () => {
  test('is documented as it is: npm run events writes the schema anew', async () => {
    expect(text).toBe(await eventSchemaText(file));
  });

  test('has the attributes of CloudEvents 1.0', () => {
    expect(driftAnnouncementOf(stamps, sampleDriftEvent().data)).toEqual({
      specversion: '1.0',
      id: 'evt-5v0n3w8y2k7x4q9t6r1m8p3z5d',
      source: '/workspaces/acme',
      type: 'connector.drift.found',
      subject: sampleDriftEvent().data.connectorId,
      time: '2026-03-02T10:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:bigquery-connector:event:connector-drift-found:1#/$defs/ConnectorDrift',
      data: sampleDriftEvent().data,
    });
  });

  test.each<[string, DriftEvent]>([
    ['one difference', sampleDriftEvent()],
    ['an aspect that nobody knows yet', withDifference({ aspect: 'table-flipped' })],
    ['a difference that asks for nothing', withDifference({ remedyText: undefined })],
    [
      'a name too long for it',
      driftAnnouncementOf(stamps, { ...sampleDriftEvent().data, name: '😀'.repeat(500) }),
    ],
  ])('of %s is as documented, and told from that of health', (_, event) => {
    const travelled: unknown = JSON.parse(JSON.stringify(event));

    expect(announcement.parse(travelled)).toEqual(travelled);
    expect(isDocumented(travelled), JSON.stringify(isDocumented.errors)).toBe(true);
  });

  test.each<[string, object]>([
    ['a member that nobody promised', { ...sampleDriftEvent(), key: 'secret' }],
    ['a row', withDifference({ row: 'ada@acme.example' })],
    ['no difference', withData({ differences: [] })],
    ['an aspect that is no word', withDifference({ aspect: 'acme.crm' })],
    ['a detail without end', withDifference({ detail: 'x'.repeat(1001) })],
    ['the type of another', { ...sampleDriftEvent(), type: sampleEvent().type }],
    ['another source', { ...sampleDriftEvent(), source: 'acme' }],
  ])('with %s is none', (_, event) => {
    expect(driftEvent.safeParse(event).success).toBe(false);
    expect(announcement.safeParse(event).success).toBe(false);
    expect(isDocumented(JSON.parse(JSON.stringify(event)))).toBe(false);
  });

  test('of one workspace, or one connector, does not come from another', () => {
    const event = sampleDriftEvent();
    const other = sampleDriftEvent(1, { connectorId: 'con-00000000000000000000000002' });

    expect(driftEvent.safeParse({ ...event, source: '/workspaces/globex' }).success).toBe(false);
    expect(driftEvent.safeParse({ ...event, subject: other.subject }).success).toBe(false);
  });
});

function withData(members: object): DriftEvent {
  const event = sampleDriftEvent();
  return { ...event, data: { ...event.data, ...members } };
}

function withDifference(members: object): DriftEvent {
  return withData({ differences: [{ ...sampleDifference, ...members }] });
}
