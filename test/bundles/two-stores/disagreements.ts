import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import type { Kept } from './kept.ts';
import { foldedName } from '../../../shared/schemas/name-text.ts';

const isLiving = ({ deletedAt }: ConnectorRecord) => deletedAt === undefined;

/**
 * Secrets that stay for ever though no living record names them: nobody would ever find them again. There is none at
 * any time, because what heals a record is the check of a living one.
 */
export function forgottenSecrets({ records, secrets }: Kept): string[] {
  const living = records.filter(isLiving);
  const named = new Set(living.flatMap(({ keyId, previous }) => [keyId, previous?.keyId]));
  return [...secrets]
    .filter(([id, { expiry }]) => expiry === undefined && !named.has(id))
    .map(([id]) => `the secret of ${id} stays for ever, and no living connector names it`);
}

/** Where record and secrets, or the records among each other, do not agree; each in a sentence. */
export function disagreements(kept: Kept): string[] {
  return [
    ...forgottenSecrets(kept),
    ...kept.records.flatMap((record) => [
      ...(isLiving(record) ? ofLiving(record, kept) : ofDeleted(record, kept)),
      ...ofPrevious(record, kept),
    ]),
    ...[...kept.names]
      .filter(
        ([, owner]) => !kept.records.some((each) => each.connectorId === owner && isLiving(each)),
      )
      .map(([name]) => `“${name}” is taken by no living connector`),
  ];
}

function ofLiving(record: ConnectorRecord, { names, keys, secrets, changes }: Kept): string[] {
  const { connectorId: id, keyId, name } = record;
  const secret = secrets.get(keyId);
  const key = keys.get(keyId);
  return sentences(id, [
    [!secret, 'its key is lost'],
    [secret?.expiry !== undefined, 'its key will be destroyed'],
    [names.get(foldedName(name)) !== id, 'its name is not its own'],
    [key?.connectorId !== id, 'its key is not noted as its own'],
    [key?.expiresAt !== undefined, 'its key’s record will be destroyed'],
    [record.expiresAt !== undefined, 'it will be destroyed'],
    [!changes.get(id)?.includes('created'), 'it has no beginning'],
  ]);
}

function ofDeleted(record: ConnectorRecord, { names, keys, secrets }: Kept): string[] {
  const { connectorId: id, keyId, expiresAt = '' } = record;
  const restoreUntil = Date.parse(expiresAt);
  const expiry = secrets.get(keyId)?.expiry ?? 0;
  const keyExpiry = Date.parse(keys.get(keyId)?.expiresAt ?? '');
  return sentences(id, [
    [Number.isNaN(restoreUntil), 'it is deleted, and will not be destroyed'],
    [!(expiry > restoreUntil), 'its key does not last until it can be restored no more'],
    [!(keyExpiry > restoreUntil), 'its key’s record does not last as long as it can be restored'],
    [[...names.values()].includes(id), 'it is deleted, and its name is not free'],
  ]);
}

function ofPrevious({ connectorId, previous }: ConnectorRecord, { keys, secrets }: Kept): string[] {
  if (!previous) return [];
  const until = Date.parse(previous.until);
  return sentences(connectorId, [
    [secrets.get(previous.keyId)?.expiry !== until, 'the key before does not go with the way back'],
    [
      Date.parse(keys.get(previous.keyId)?.expiresAt ?? '') !== until,
      'the record of the key before does not go with the way back',
    ],
  ]);
}

const sentences = (id: string, found: [boolean, string][]): string[] =>
  found.filter(([wrong]) => wrong).map(([, sentence]) => `${id}: ${sentence}`);
