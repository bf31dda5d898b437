import { checkSoon, tendSoon } from '../../shared/connectors/check-soon.ts';
import { toldOf } from '../../shared/connectors/health-after.ts';
import { retireKey } from '../../shared/connectors/retire-key.ts';
import { savedSighting } from '../../shared/connectors/saved-sighting.ts';
import { wayBackUntil } from '../../shared/connectors/way-back.ts';
import type { ConnectorRecord, ValidationRecord } from '../../shared/schemas/records.ts';
import type { EditConnectorBody } from './request.ts';

/** The record as an edit makes it, but for who made it. */
export function edited(
  before: ConnectorRecord,
  body: EditConnectorBody,
  validation: ValidationRecord | undefined,
  now: Date,
): ConnectorRecord {
  const after = changed(before, body, validation, now);
  return { ...after, nextCheckAt: nextCheckOf(after, before, validation, now) };
}

/** What is paused is only looked after; what was resumed, or has another connection, is checked soon. */
function nextCheckOf(
  after: ConnectorRecord,
  before: ConnectorRecord,
  validation: ValidationRecord | undefined,
  now: Date,
): string | undefined {
  if (after.paused) return tendSoon(now).nextCheckAt;
  return validation || before.paused ? checkSoon(now).nextCheckAt : before.nextCheckAt;
}

function changed(
  before: ConnectorRecord,
  { name = before.name, paused = before.paused }: EditConnectorBody,
  validation: ValidationRecord | undefined,
  now: Date,
): ConnectorRecord {
  const named = { ...before, name, paused };
  if (!validation) return named;
  const { keyId, key, connection, report } = validation;
  const state = report.outcome === 'passed' ? 'healthy' : 'degraded';
  const since = state === before.health.state ? before.health.since : report.validatedAt;
  const replaced: ConnectorRecord = {
    ...named,
    keyId,
    key,
    connection,
    latestReport: report,
    fullyCheckedAt: report.validatedAt,
    ...savedSighting(validation),
    health: { state, since, checkedAt: report.validatedAt, ...toldOf(before.health) },
  };
  if (keyId === before.keyId) return replaced;
  const until = wayBackUntil(now);
  const previous = { keyId: before.keyId, key: before.key, connection: before.connection, until };
  return { ...replaced, previous, previousSaved: before.saved, ...retireKey(before, now) };
}
