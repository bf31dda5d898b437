import type { Stamps } from '../ports/stamps.ts';
import {
  type HealthChange,
  type HealthEvent,
  healthEventOf,
  longestText,
} from '../schemas/health-event.ts';

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

/** Never within a character of two code units: half of one is no text. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
