import type { Call } from '../deployed-service/client.ts';
import type { BenchPlatform } from './bench-platform.ts';
import { fallDue } from './fall-due.ts';

export interface RealCall {
  call: Call;
  status: number;
}

const field = {
  dataset: 'crm',
  table: 'subscribers',
  column: 'email',
  contactKey: { type: 'email' },
};

/** For each function a request that does its job, whatever it needs made before: never a refusal. */
export function realCalls(
  platform: BenchPlatform,
): Record<string, (workspace: string) => Promise<RealCall>> {
  const { prepare, headers, goodKey } = platform;
  const upload = async (workspace: string): Promise<Call> => ({
    method: 'POST',
    path: '/',
    headers: { ...(await headers(workspace)), 'content-type': 'application/octet-stream' },
    body: goodKey,
  });
  const keyOf = async (workspace: string) => {
    const { json } = await prepare('upload-key', await upload(workspace));
    return String(json.keyId);
  };
  const post = async (workspace: string, body: object): Promise<Call> => ({
    method: 'POST',
    path: '/',
    headers: await headers(workspace),
    body: JSON.stringify(body),
  });
  const validation = async (workspace: string) =>
    post(workspace, {
      keyId: await keyOf(workspace),
      purposes: ['import'],
      uniqueContactField: field,
    });
  const saving = async (workspace: string) => {
    const { json } = await prepare('validate-connection', await validation(workspace));
    return post(workspace, { name: `Connector of ${workspace}`, validationId: json.validationId });
  };
  const due = async (workspace: string) => {
    const { json } = await prepare('save-connector', await saving(workspace));
    const connectorId = String(json.connectorId);
    await fallDue(platform, workspace, connectorId);
    return { workspace, connectorId };
  };
  const ofMachine = async (account: string, url: string, body: object): Promise<Call> => ({
    method: 'POST',
    path: '/',
    headers: {
      authorization: `Bearer ${await platform.machines.idTokens.sign(account, url)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const { variables } = platform.machines;
  return {
    'check-connector': async (workspace) => {
      const task = await due(workspace);
      const { TASK_INVOKER, CHECK_CONNECTOR_URL } = variables;
      return { call: await ofMachine(TASK_INVOKER, CHECK_CONNECTOR_URL, task), status: 200 };
    },
    'check-connectors': async (workspace) => {
      await due(workspace);
      const { SCHEDULE_INVOKER, CHECK_CONNECTORS_URL } = variables;
      return { call: await ofMachine(SCHEDULE_INVOKER, CHECK_CONNECTORS_URL, {}), status: 200 };
    },
    'upload-key': async (workspace) => ({ call: await upload(workspace), status: 201 }),
    'validate-connection': async (workspace) => ({
      call: await validation(workspace),
      status: 200,
    }),
    'browse-tables': async (workspace) => ({
      call: { path: `/?keyId=${await keyOf(workspace)}`, headers: await headers(workspace) },
      status: 200,
    }),
    'save-connector': async (workspace) => ({ call: await saving(workspace), status: 201 }),
    'settings-page': async () => Promise.resolve({ call: { path: '/connectors' }, status: 200 }),
    'list-connectors': async (workspace) => {
      await prepare('save-connector', await saving(workspace));
      return { call: { path: '/', headers: await headers(workspace) }, status: 200 };
    },
    'delete-connector': async (workspace) => {
      const { json } = await prepare('save-connector', await saving(workspace));
      const etag = { 'if-match': `"${String(json.etag)}"` };
      return {
        call: {
          method: 'DELETE',
          path: `/${String(json.connectorId)}`,
          headers: { ...(await headers(workspace)), ...etag },
        },
        status: 200,
      };
    },
  };
}
