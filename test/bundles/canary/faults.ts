import type { Sandbox } from '../../../sandbox/start-sandbox.ts';
import type { Operation as SecretOperation } from '../../../sandbox/secret-manager/secret-manager.ts';
import { operations } from '../../../sandbox/faults/faults.ts';
import { listen } from '../../support/listen.ts';
import type { DeployedFunctions } from '../deployed/deployed-functions.ts';
import type { Troubles } from '../deployed/troubles.ts';
import type { Ask } from './asking.ts';
import type { Kept } from './journey.ts';
import type { Tenant } from './tenant.ts';
import type { Witness } from './witness.ts';

interface Stage {
  deployed: DeployedFunctions;
  ask: Ask;
  tenant: Tenant;
  kept: Kept;
  witness: Witness;
  wrong: Troubles;
}

/** What Google says of a key that was deleted. */
export const keyRefused = {
  operation: 'token',
  status: 400,
  body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
};

const bigquery = [
  'oauth2.googleapis.com',
  'www.googleapis.com',
  'bigquery.googleapis.com',
  'cloudresourcemanager.googleapis.com',
];
const vault: SecretOperation[] = [
  'createSecret',
  'addSecretVersion',
  'accessSecretVersion',
  'getSecret',
  'updateSecret',
  'deleteSecret',
];

/** Everything that a key, an assertion or a token meets says no in turn, and some of it repeats what it was told. */
export async function withFaults(stage: Stage): Promise<void> {
  for (const status of [400, 403, 404, 500]) {
    for (const hosts of [bigquery.slice(0, 1), bigquery.slice(2)]) {
      const end = stage.witness.echo(hosts, status);
      await useKey(stage, status === 403);
      end();
    }
  }
  await googleFails(stage);
  await vaultFails(stage);
  await storeFails(stage);
  await machinesFail(stage);
}

/** All the ways in which a key is used: by a validation, by browsing, and by a check of the schedule. */
async function useKey({ ask, tenant, kept, deployed }: Stage, check = true): Promise<void> {
  const { uniqueContactField, dataset, workspace } = tenant;
  const { keyId, connectorId } = kept;
  const exportDataset = { dataset };
  const body = { keyId, purposes: ['import', 'export'], uniqueContactField, exportDataset };
  const stream = { accept: 'text/event-stream' };
  await Promise.all([
    ask('validate-connection', 'POST /', { body }),
    ask('validate-connection', 'POST /', { body, headers: stream }),
    ask('browse-tables', `GET /?keyId=${keyId}&dataset=${dataset}`),
  ]);
  if (!check) return;
  await fallsDue(deployed, workspace, connectorId);
  await deployed.platform.machines.pass();
  await deployed.platform.machines.settled();
}

export async function fallsDue(
  { platform }: DeployedFunctions,
  workspace: string,
  connectorId: string,
): Promise<void> {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  await platform.connectors.transaction(workspace, async (drawer) => {
    const record = await drawer.connector(connectorId);
    if (!record) return;
    const health = { ...record.health, failingSince: ago(6), failures: 1 };
    drawer.putConnector({ ...record, health, nextCheckAt: ago(1) });
  });
}

async function googleFails(stage: Stage): Promise<void> {
  for (const [place, operation] of operations.entries()) {
    const status = place % 2 === 0 ? 400 : 'reset';
    const fault = { operation, status, body: { error: { code: 400, message: 'Bad Request' } } };
    await withFault(stage.deployed.sandbox, fault, async () => useKey(stage, false));
  }
}

export async function withFault(
  sandbox: Pick<Sandbox, 'handle'>,
  fault: object,
  work: () => Promise<unknown>,
): Promise<void> {
  const origin = await listen((httpRequest, httpResponse) => {
    sandbox.handle(httpRequest, httpResponse);
  });
  await fetch(`${origin}/faults`, { method: 'POST', body: JSON.stringify(fault) });
  await work().finally(async () => fetch(`${origin}/faults`, { method: 'DELETE' }));
}

async function vaultFails(stage: Stage): Promise<void> {
  const { ask, tenant, deployed } = stage;
  const { secretManager } = deployed.platform;
  for (const operation of vault) {
    for (const afterActing of [false, true]) {
      const status = afterActing ? 'INTERNAL' : 'PERMISSION_DENIED';
      secretManager.fail({ operation, status, afterActing, times: 3 });
      await ask('upload-key', 'POST /', { file: tenant.file });
      await useKey(stage, false);
      secretManager.recover();
    }
  }
  secretManager.fail({ operation: 'accessSecretVersion', damaged: true, times: 2 });
  await useKey(stage, false);
  secretManager.recover();
}

async function storeFails(stage: Stage): Promise<void> {
  const { ask, tenant, wrong } = stage;
  const denied = { status: 403, word: 'PERMISSION_DENIED' };
  for (const answer of [denied, { status: 500, word: 'INTERNAL' }, 'broken'] as const) {
    const about = tenant.workspace;
    const end = wrong.begin({ host: 'firestore.googleapis.com', about, answer, times: 20 });
    await Promise.all([
      ask('upload-key', 'POST /', { file: tenant.file }),
      ask('list-connectors', 'GET /'),
      useKey(stage, false),
    ]);
    end();
  }
}

/** The connector breaks and mends, and the world is told of it at last, by a topic and a queue that fail at first. */
async function machinesFail(stage: Stage): Promise<void> {
  const { pubSub, cloudTasks } = stage.deployed.platform.machines;
  pubSub.fail({ operation: 'publish', status: 'INTERNAL', times: 2 });
  cloudTasks.fail({ status: 'INTERNAL' });
  await withFault(stage.deployed.sandbox, keyRefused, async () => {
    await useKey(stage);
    await useKey(stage);
  });
  await useKey(stage);
}
