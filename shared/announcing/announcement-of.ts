import { cut } from '../connectors/cut.ts';
import type { Stamps } from '../ports/stamps.ts';
import { type DriftEvent, driftEventOf, type DriftFound } from '../schemas/drift-event.ts';
import {
  type HealthChange,
  type HealthEvent,
  healthEventOf,
  longestText,
} from '../schemas/health-event.ts';

/** One announcement of what drifted while the connector works. */
export function driftAnnouncementOf(stamps: Stamps, found: DriftFound): DriftEvent {
  const name = cut(found.name, longestText.name);
  return driftEventOf(`evt-${stamps.newId()}`, stamps.now(), { ...found, name });
}

/** One announcement of a change, with an id of its own. Words too long for it are cut: a break is told in any case. */
export function announcementOf(stamps: Stamps, change: HealthChange): HealthEvent {
  const { name, cause, detail, remedyText } = change;
  return healthEventOf(`evt-${stamps.newId()}`, stamps.now(), {
    ...change,
    name: cut(name, longestText.name),
    ...(cause !== undefined && { cause: cut(cause, longestText.cause) }),
    ...(detail !== undefined && { detail: cut(detail, longestText.detail) }),
    ...(remedyText !== undefined && { remedyText: cut(remedyText, longestText.remedyText) }),
  });
}
