import type { KeyUse } from '../../shared/ports/connector-store.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Retired, RetiredKey } from '../../shared/schemas/retired-key.ts';
import { shellWord } from '../../shared/validation/remedies/quote.ts';

/**
 * The key that was put out of use, as callers see it. `uses` are those of this key in the same workspace. Another one may
 * use it too: that must not be told, nor may she be told to delete it, so it is to be disabled first, whoever uses it
 * (docs/decisions/2026-11-26-who-else-uses-a-key.md).
 */
export function retiredKeyOf(
  record: ConnectorRecord,
  uses: KeyUse[],
  now: Date,
): RetiredKey | undefined {
  const { retired } = record;
  if (!retired) return undefined;
  const { privateKeyId, clientEmail, projectId } = retired.key;
  const { goneAt, provenAt } = retired;
  const rollBackUntil = goneAt === undefined ? wayBackUntil(record, retired, now) : undefined;
  const obstacle = whyNot(record, retired, { uses, rollBackUntil });
  const about = { privateKeyId, clientEmail, projectId, ...(rollBackUntil && { rollBackUntil }) };
  if (goneAt !== undefined)
    return {
      ...about,
      mayBeDisabled: false,
      detail: 'Google does not list this key any more: it was deleted, or disabled.',
      goneAt,
    };
  if (obstacle !== undefined) return { ...about, mayBeDisabled: false, detail: obstacle };
  return {
    ...about,
    mayBeDisabled: true,
    ...(provenAt !== undefined && { mayBeDisabledSince: provenAt }),
    detail: rollBackUntil === undefined ? unneeded : `${unneeded} ${noWayBack}`,
    gcloud: `gcloud iam service-accounts keys disable ${shellWord(privateKeyId)} --iam-account=${shellWord(clientEmail)} --project=${shellWord(projectId)}`,
  };
}

const unneeded =
  'No connector of this workspace needs this key any more: disable it at Google, which can be taken back, and delete it there once nothing has missed it for some days.';
const noWayBack = 'Once it is disabled, no roll-back can return to it.';

function wayBackUntil(
  { previous }: ConnectorRecord,
  { keyId }: Retired,
  now: Date,
): string | undefined {
  const lasts = previous?.keyId === keyId && Date.parse(previous.until) > now.getTime();
  return lasts ? previous.until : undefined;
}

/** One sentence, where the key may not be disabled yet. */
function whyNot(
  { connectorId, key, health, paused }: ConnectorRecord,
  retired: Retired,
  { uses, rollBackUntil }: { uses: KeyUse[]; rollBackUntil: string | undefined },
): string | undefined {
  const { privateKeyId, clientEmail } = retired.key;
  if (key.privateKeyId === privateKeyId && key.clientEmail === clientEmail)
    return 'This connector uses the same key, which was uploaded again: do not disable or delete it.';
  const other = uses.find((use) => use.connectorId !== connectorId);
  if (other) return `The connector “${other.name}” uses this key: do not disable or delete it.`;
  if (retired.provenAt === undefined)
    return paused
      ? 'Resume the connector first: the key in use has to prove itself in a check.'
      : 'Wait for the first good check after the hour in which the key in use is watched.';
  const fails = health.state === 'broken' || health.failingSince !== undefined;
  if (fails && rollBackUntil !== undefined)
    return 'The connector fails at the moment: keep the key for a roll-back until it works.';
  return undefined;
}
