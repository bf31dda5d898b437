import type { Note } from '../../shared/ports/note.ts';
import type { ConnectorStore, KeyUse } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { Limits } from '../../shared/limits/limits.ts';
import { requireRoomForKey } from '../../shared/limits/require-room.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { ProblemCode } from '../../shared/problems/catalogue.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import { keyId } from '../../shared/schemas/identifiers.ts';
import type { KeyFacts } from '../../shared/schemas/key-facts.ts';
import type { KeyRecord } from '../../shared/schemas/records.ts';
import { judgeUses } from '../../shared/validation/checks/key-known.ts';
import { publicFacts } from '../../shared/validation/key/public-facts.ts';
import { type KeyReading, readKeyFile } from '../../shared/validation/key/read-key-file.ts';

export interface UploadKeyPorts {
  keys: Pick<KeyVault, 'add'>;
  connectors: Pick<ConnectorStore, 'transaction' | 'connectorsOfKey' | 'keyIsElsewhere'>;
  stamps: Stamps;
  limits: Limits;
}

export interface UploadedKey extends KeyFacts {
  keyId: string;
  expiresAt: string;
  warnings: { id: string; cause: string; detail: string }[];
}

interface Work {
  note: Note;
}

const pendingMs = 24 * 60 * 60 * 1000;
const daySeconds = 24 * 60 * 60;

/** A key that can be used is kept for 24 h, and for good once a connector is saved with it; all others are refused. */
export async function uploadKey(
  { file }: { file: Uint8Array },
  caller: Caller,
  { keys, connectors, stamps, limits }: UploadKeyPorts,
  { note }: Work,
): Promise<UploadedKey> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  await takeTurn(connectors, workspace, uploads(limits), now);
  const reading = readKeyFile(file);
  if (!reading.key) throw refusal(reading);
  const facts = publicFacts(reading.key);
  await takeTurn(connectors, workspace, accounts(limits, facts.clientEmail), now);
  const [uses, knownElsewhere] = await Promise.all([
    connectors.connectorsOfKey(workspace, facts.fingerprint),
    connectors.keyIsElsewhere(workspace, facts.fingerprint),
  ]);
  const id = keyId.parse(`key-${stamps.newId()}`);
  const expiresAt = new Date(now.getTime() + pendingMs);
  const record: KeyRecord = {
    keyId: id,
    key: facts,
    uploadedAt: now.toISOString(),
    uploadedBy: subject,
    expiresAt: expiresAt.toISOString(),
  };
  await connectors.transaction(workspace, async (drawer) => {
    await requireRoomForKey(drawer, limits);
    drawer.putKey(record);
  });
  await keys.add(workspace, id, reading.key, expiresAt);
  note('key-uploaded', { keyId: id, clientEmail: facts.clientEmail, knownElsewhere });
  return {
    keyId: id,
    ...facts,
    expiresAt: expiresAt.toISOString(),
    warnings: [...warningsOf(reading), ...usedTwice(uses)],
  };
}

const uploads = (limits: Limits) => ({
  name: 'uploads',
  what: 'upload keys',
  limit: limits.uploadsAMinute,
  windowSeconds: 60,
});

const accounts = (limits: Limits, clientEmail: string) => ({
  name: 'accounts',
  what: 'bring a key of another service account',
  limit: limits.accountsADay,
  windowSeconds: daySeconds,
  subject: clientEmail,
});

const codes: Record<string, ProblemCode> = {
  A1: 'key-unreadable',
  A2: 'key-not-a-service-account',
  A3: 'key-incomplete',
  A4: 'private-key-unusable',
};

/** Everything that is wrong with the file, under the code of the first fault. */
function refusal({ checks }: KeyReading): Problem {
  const faults = checks.filter(({ outcome }) => outcome === 'failed');
  const [first] = faults;
  return new Problem(
    codes[first?.id ?? 'A1'] ?? 'key-unreadable',
    faults.map(({ detail }) => detail).join(' '),
    { extensions: { checks } },
  );
}

function warningsOf({ checks }: KeyReading): UploadedKey['warnings'] {
  return checks
    .filter(({ outcome }) => outcome === 'warning')
    .map(({ id, cause, detail }) => ({ id, cause, detail }));
}

function usedTwice(uses: KeyUse[]): UploadedKey['warnings'] {
  const { outcome, detail, cause } = judgeUses(uses);
  return outcome === 'warning' ? [{ id: 'A5', cause: cause ?? '', detail }] : [];
}
