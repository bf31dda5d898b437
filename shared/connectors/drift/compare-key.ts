import type { Compared, Comparison, Found } from './aspects.ts';
import { dateAndDays, inWords, isNearer, timeLeft } from './time-left.ts';

export const compareKey: Comparison = {
  aspects: ['key-deleted', 'key-expires'],
  compare(compared) {
    const { saved, seen } = compared;
    if (!saved.key || !seen.key) return undefined;
    return [...deleted(compared), ...(seen.key.listed ? expires(compared) : [])];
  },
};

function deleted({ saved, seen, key }: Compared): Found[] {
  if (saved.key?.listed !== true || seen.key?.listed !== false) return [];
  return [
    {
      aspect: 'key-deleted',
      was: 'listed by Google',
      is: 'not listed by Google',
      detail: `Google listed the key ${key.privateKeyId} of ${key.clientEmail} when the connector was saved, and does not list it now: it was deleted or disabled.`,
      remedyText: `Ask the colleague who gave you the key file for a new key of ${key.clientEmail}, and save the connector with it.`,
    },
  ];
}

function expires({ saved, seen, key, now }: Compared): Found[] {
  const end = seen.key?.expiresAt;
  const before = timeLeft(saved.key?.expiresAt, new Date(saved.at));
  const left = timeLeft(end, now);
  if (end === undefined || typeof left !== 'number' || !isNearer(left, before)) return [];
  const when =
    left === 0 ? `expired on ${end.slice(0, 10)}` : `expires on ${dateAndDays(end, now)}`;
  return [
    {
      aspect: 'key-expires',
      was: inWords(before),
      is: inWords(left),
      detail: `The key ${key.privateKeyId} of ${key.clientEmail} ${when}.`,
      remedyText: `Ask the colleague who gave you the key file for a new key of ${key.clientEmail}, and save the connector with it before then.`,
    },
  ];
}
