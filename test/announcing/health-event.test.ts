import { describe, expect, test } from 'vitest';
import { announcementOf } from '../../shared/announcing/announcement-of.ts';
import { checkNames } from '../../shared/schemas/report.ts';
import { healthEvent, type HealthEvent, longestText } from '../../shared/schemas/health-event.ts';
import { eventSchemaText } from '../../tools/events/event-schema.ts';
import { sampleDifference, sampleEvent } from '../support/sample-events.ts';
import { documentedEvent, stamps } from './documented-event.ts';

const eventSchemaFile = 'docs/events/connector-health-changed.schema.json';
const { text, isDocumented } = documentedEvent(eventSchemaFile);

describe('the announcement of a change of health', () => {
  test('is documented as it is: npm run events writes the schema anew', async () => {
    expect(text).toBe(await eventSchemaText(eventSchemaFile));
  });

  test('has the attributes of CloudEvents 1.0', () => {
    const event = announcementOf(stamps, sampleEvent().data);

    expect(event).toEqual({
      specversion: '1.0',
      id: 'evt-5v0n3w8y2k7x4q9t6r1m8p3z5d',
      source: '/workspaces/acme',
      type: 'connector.health.changed',
      subject: sampleEvent().data.connectorId,
      time: '2026-03-02T10:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema:
        'urn:bigquery-connector:event:connector-health-changed:1#/$defs/ConnectorHealthChange',
      data: sampleEvent().data,
    });
  });

  test.each<[string, HealthEvent]>([
    ['a break', sampleEvent()],
    ['a recovery that says no more than it has to', recovery()],
    ['words too long for it', wordy()],
    ['what drifted with it', sampleEvent(1, { differences: [sampleDifference] })],
    ...Object.keys(checkNames).map((check): [string, HealthEvent] => [
      `a failure of ${check}`,
      sampleEvent(1, { check }),
    ]),
  ])('of %s is as documented', (_, event) => {
    expect(healthEvent.parse(event)).toEqual(event);
    expect(
      isDocumented(JSON.parse(JSON.stringify(event))),
      JSON.stringify(isDocumented.errors),
    ).toBe(true);
  });

  test('cuts what is too long, never within a character', () => {
    const { detail, remedyText } = wordy().data;

    expect(detail).toBe(`${'x'.repeat(longestText.detail - 2)}…`);
    expect(remedyText).toHaveLength(longestText.remedyText);
  });

  test.each<[string, object]>([
    ['a member that nobody promised', { ...sampleEvent(), key: 'secret' }],
    ['a remedy with commands', withData({ remedy: { gcloud: 'gcloud …' } })],
    ['another state', withData({ to: 'gone' })],
    ['no moment', withData({ checkedAt: undefined })],
    ['a detail without end', withData({ detail: 'x'.repeat(longestText.detail + 1) })],
    ['another type', { ...sampleEvent(), type: 'connector.deleted' }],
    ['another source', { ...sampleEvent(), source: 'acme' }],
  ])('with %s is none', (_, event) => {
    expect(healthEvent.safeParse(event).success).toBe(false);
    expect(isDocumented(JSON.parse(JSON.stringify(event)))).toBe(false);
  });

  test('of one workspace does not come from another', () => {
    const event = { ...sampleEvent(), source: '/workspaces/globex' };

    expect(healthEvent.safeParse(event).success).toBe(false);
  });
});

function recovery(): HealthEvent {
  const { workspace, connectorId, name, since, checkedAt } = sampleEvent().data;
  const change = { workspace, connectorId, name, since, checkedAt };
  return announcementOf(stamps, { ...change, from: 'broken', to: 'healthy' });
}

function wordy(): HealthEvent {
  return announcementOf(stamps, {
    ...sampleEvent().data,
    name: '😀'.repeat(500),
    cause: 'cause-'.repeat(50),
    detail: `${'x'.repeat(longestText.detail - 2)}😀 and more`,
    remedyText: 'Do this. '.repeat(1000),
  });
}

function withData(members: object): object {
  const event = sampleEvent();
  return { ...event, data: { ...event.data, ...members } };
}
