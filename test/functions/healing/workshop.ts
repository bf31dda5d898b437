import { type KeyObject, randomBytes } from 'node:crypto';
import { checkConnector } from '../../../functions/check-connector/check-connector.ts';
import { deleteConnector } from '../../../functions/delete-connector/delete-connector.ts';
import { restoreConnector } from '../../../functions/delete-connector/restore-connector.ts';
import { editConnector } from '../../../functions/save-connector/edit-connector.ts';
import { rollBack } from '../../../functions/save-connector/roll-back.ts';
import { saveConnector } from '../../../functions/save-connector/save-connector.ts';
import { localAnnouncer } from '../../../shared/adapters/local/local-announcer.ts';
import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../../shared/adapters/local/local-database.ts';
import { localKeyVault } from '../../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../../shared/adapters/system/system-stamps.ts';
import { googleCircuit } from '../../../shared/limits/google-circuit.ts';
import { defaultLimits } from '../../../shared/limits/limits.ts';
import type { KeyVault } from '../../../shared/ports/key-vault.ts';
import type { GooglePorts } from '../../../shared/validation/facts.ts';
import { Problem } from '../../../shared/problems/problem.ts';
import type { ValidationRecord } from '../../../shared/schemas/records.ts';
import type { Caller } from '../../../shared/schemas/caller.ts';
import { movableClock } from '../../contracts/movable-clock.ts';
import { privateKeyPem } from '../../support/make-key.ts';
import { acme, ada, sampleKey } from '../../support/sample-records.ts';
import { privateKeyId, scriptedGoogle } from '../../support/scripted-google.ts';
import { sealingKeyOf } from '../../support/sealing-key-of.ts';
import { seeder } from '../../support/seed.ts';

const caller: Caller = { subject: ada, workspace: acme, role: 'editor' };
const note = () => undefined;
const allIsWell = scriptedGoogle(() => 'fine');

export type Workshop = ReturnType<typeof workshop>;
type Keys = Pick<KeyVault, 'keep' | 'expire'>;

interface Tools {
  sealingKey?: KeyObject;
  google?: GooglePorts;
}

/** All that callers and the schedule may do with the connectors of one workspace, on SQLite in the given folder. */
export function workshop(folder: string, start: string, tools: Tools = {}) {
  const { sealingKey = sealingKeyOf(randomBytes(32)), google = allIsWell } = tools;
  const clock = movableClock(start);
  const { now } = clock;
  const database = openLocalDatabase(folder);
  const vault = localKeyVault({ database, sealingKey, now });
  const connectors = localConnectorStore({ database, now });
  const key = sampleKey({ privateKey: privateKeyPem(), privateKeyId });
  const seed = seeder(vault, connectors, now, key);
  const stamps = { now, newId: () => systemStamps.newId() };
  const ports = (keys: Keys) => ({ keys, connectors, stamps, limits: defaultLimits });
  const etagOf = async (connectorId: string) =>
    connectors.transaction(acme, async (drawer) => (await drawer.connector(connectorId))?.etag);

  const circuit = googleCircuit(clock);
  return {
    vault,
    connectors,
    database,
    clock,
    pass: (ms: number) => {
      clock.moveTo(new Date(now().getTime() + ms));
    },
    operations: {
      save: async (keys: Keys, name: string) =>
        saveConnector(
          { name, validationId: (await seed(acme)).validationId },
          caller,
          ports(keys),
          {
            note,
          },
        ),
      edit: async (keys: Keys, connectorId: string, body: { name?: string; paused?: boolean }) => {
        const request = { connectorId, etag: await etagOf(connectorId), ...body };
        return editConnector(request, caller, ports(keys), { note });
      },
      rotate: async (keys: Keys, connectorId: string, to: Partial<ValidationRecord> = {}) => {
        const { validationId } = await seed(acme, to);
        const request = { connectorId, etag: await etagOf(connectorId), validationId };
        return editConnector(request, caller, ports(keys), { note });
      },
      rollBack: async (keys: Keys, connectorId: string) =>
        rollBack({ connectorId, etag: await etagOf(connectorId) }, caller, ports(keys)),
      delete: async (keys: Keys, connectorId: string) =>
        deleteConnector({ connectorId, etag: await etagOf(connectorId) }, caller, ports(keys)),
      restore: async (keys: Keys, connectorId: string, name?: string) =>
        restoreConnector({ connectorId, name }, caller, ports(keys), { note }),
    },
    look: async (connectorId: string) =>
      checkConnector(
        { workspace: acme, connectorId },
        { ...ports(vault), ...google, keys: vault, circuit, announcer: localAnnouncer() },
        { signal: new AbortController().signal, note },
      ),
  };
}

/** What is due by now is looked at, as check-connectors would have it. */
export async function lookAtAllDue({ connectors, clock, look }: Workshop): Promise<number> {
  const due = await connectors.due({ at: clock.now(), limit: 100 });
  for (const { connectorId } of due) await look(connectorId);
  return due.length;
}

/** A caller who is told no has changed nothing, and that is no fault. */
export async function refusalsAside(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
}
