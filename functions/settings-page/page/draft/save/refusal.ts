import { CallFailed } from '../../api/call-failed.ts';
import type { Missing, Place } from '../missing.ts';

const places: Record<string, Place> = {
  'connector-name-taken': 'name',
  'validation-not-found': 'validate',
  'validation-expired': 'validate',
  'validation-not-passed': 'validate',
  'validation-incomplete': 'validate',
  'validation-already-saved': 'key',
  'key-not-found': 'key',
  'key-expiring': 'key',
  'key-in-use': 'key',
};

/** Where on the form a refused save is mended; undefined where nowhere. */
export function placeOfRefusal(failure: unknown): Missing | undefined {
  if (!(failure instanceof CallFailed) || !failure.problem) return undefined;
  const { code, detail, errors = [] } = failure.problem;
  const ofName = errors.find(({ pointer }) => pointer === '/name');
  if (ofName) return { place: 'name', words: `The name ${ofName.detail}.` };
  const place = places[code];
  return place && { place, words: detail };
}
