import { GoogleStatus, permissionDenied, type StatusWord } from '../rpc/google-status.ts';
import { type PlannedFault, plannedFaults } from './planned-faults.ts';
import { createSecrets } from './secrets.ts';
import { createVersions } from './versions.ts';

export interface Asked {
  operation: Operation;
  /** The resource as it was named in the request; never a payload. */
  name: string;
  status: StatusWord | 'OK' | 'unanswered';
}

/** What each operation needs (https://cloud.google.com/secret-manager/docs/access-control). */
export const permissions = {
  createSecret: 'secretmanager.secrets.create',
  getSecret: 'secretmanager.secrets.get',
  listSecrets: 'secretmanager.secrets.list',
  updateSecret: 'secretmanager.secrets.update',
  deleteSecret: 'secretmanager.secrets.delete',
  addSecretVersion: 'secretmanager.versions.add',
  accessSecretVersion: 'secretmanager.versions.access',
  getSecretVersion: 'secretmanager.versions.get',
  listSecretVersions: 'secretmanager.versions.list',
  enableSecretVersion: 'secretmanager.versions.enable',
  disableSecretVersion: 'secretmanager.versions.disable',
  destroySecretVersion: 'secretmanager.versions.destroy',
} as const;
export type Operation = keyof typeof permissions;

export interface SecretManager {
  /** One request in the JSON of the REST reference, answered in it. Refuses with a GoogleStatus. */
  ask: (operation: Operation, request: object) => Promise<object>;
  /** Everybody is refused this permission from now on. */
  deny: (permission: string) => void;
  fail: (fault: PlannedFault<Operation>) => void;
  /** Forgets denials and faults, and ends every silence. */
  recover: () => void;
  asked: () => Asked[];
}

/** All that a front needs of it. */
export type Askable = Pick<SecretManager, 'ask'>;

/** A stand-in for Secret Manager: it keeps secrets in memory, and both its fronts, gRPC and REST, ask here. */
export function createSecretManager({ now = () => new Date() } = {}): SecretManager {
  const secrets = createSecrets(now);
  const versions = createVersions(secrets, now);
  const denied = new Set<string>();
  const faults = plannedFaults<Operation>();
  const asked: Asked[] = [];
  const answers: Record<Operation, (request: object) => object> = {
    createSecret: secrets.create,
    getSecret: secrets.get,
    listSecrets: secrets.list,
    updateSecret: secrets.update,
    deleteSecret: secrets.delete,
    addSecretVersion: versions.add,
    accessSecretVersion: versions.access,
    getSecretVersion: versions.get,
    listSecretVersions: versions.list,
    enableSecretVersion: versions.enable,
    disableSecretVersion: versions.disable,
    destroySecretVersion: versions.destroy,
  };
  const answer = async (operation: Operation, request: object, name: string) => {
    const fault = faults.take(operation);
    if (fault) await faults.wait(fault);
    if (denied.has(permissions[operation])) throw permissionDenied(permissions[operation], name);
    if (fault && fault.afterActing !== true) faults.refuse(fault);
    const usual = answers[operation](request);
    if (fault) faults.refuse(fault);
    return fault?.damaged === true ? damaged(usual) : usual;
  };
  return {
    async ask(operation, request) {
      const entry: Asked = { operation, name: nameIn(request), status: 'unanswered' };
      asked.push(entry);
      try {
        const given = await answer(operation, request, entry.name);
        entry.status = 'OK';
        return given;
      } catch (error) {
        if (error instanceof GoogleStatus) entry.status = error.word;
        throw error;
      }
    },
    deny(permission) {
      denied.add(permission);
    },
    fail: faults.add,
    recover() {
      denied.clear();
      faults.clear();
    },
    asked: () => structuredClone(asked),
  };
}

function nameIn(request: object): string {
  const { name, parent, secret } = request as { name?: string; parent?: string; secret?: object };
  return name ?? parent ?? (secret ? nameIn(secret) : '');
}

/** The last byte of the payload is another one: the checksum tells. */
function damaged(answer: object): object {
  const { payload } = answer as { payload: { data: string } };
  const data = Buffer.from(payload.data, 'base64');
  data.writeUInt8((data.at(-1) ?? 0) ^ 1, data.length - 1);
  return { ...answer, payload: { ...payload, data: data.toString('base64') } };
}
