import type { Connector } from '../schemas/connector.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { wayBack } from './way-back.ts';

/** A record as callers see it. A previous connection whose time is over is none, nor is there a check of what is paused. */
export function asConnector(record: ConnectorRecord, now: Date): Connector {
  const {
    latestReport: _report,
    deletedAt: _deleted,
    expiresAt: _expires,
    fullyCheckedAt: _fully,
    tendedAt: _tended,
    retired: _retired,
    saved: _saved,
    previousSaved: _previousSaved,
    drift: _drift,
    driftTold: _driftTold,
    shapes: _shapes,
    billed: _billed,
    nextCheckAt,
    previous: _previous,
    ...connector
  } = record;
  const previous = wayBack(record, now);
  return {
    ...connector,
    ...(nextCheckAt !== undefined && !connector.paused && { nextCheckAt }),
    ...(previous && { previous }),
  };
}
