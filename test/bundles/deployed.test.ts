import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../tools/deployed-service/client.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { sampleId } from '../support/sample-records.ts';
import { type DeployedFunctions, deployedFunctions } from './deployed/deployed-functions.ts';
import { endedMeanwhile } from './deployed/ended-meanwhile.ts';
import { gate } from './deployed/gate.ts';
import { healthIsKept } from './deployed/health.ts';

const calls: Record<string, string> = {
  'upload-key': 'POST /',
  'validate-connection': 'POST /',
  'browse-tables': 'GET /',
  'save-connector': 'POST /',
  'list-connectors': 'GET /',
  'delete-connector': `DELETE /${sampleId('connector')}`,
};
const problemJson = 'application/problem+json; charset=utf-8';
const uniqueContactField = {
  dataset: 'crm',
  table: 'subscribers',
  column: 'email',
  contactKey: { type: 'email' },
};

describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  const signIn = gate('oauth2.googleapis.com');
  let deployed: DeployedFunctions;
  beforeAll(async () => {
    deployed = await deployedFunctions(
      [...Object.keys(calls), 'check-connector', 'check-connectors'],
      signIn.around,
    );
  });
  afterAll(async () => {
    await deployed.close();
  });

  test.each(Object.entries(calls))('%s without a token is 401', async (name, line) => {
    const { headers, ...call } = await deployed.platform.request('acme', line);
    const { authorization: _, ...others } = headers ?? {};

    const answer = await ask(deployed.of(name).port, { ...call, headers: others });

    expect([answer.status, answer.json.code]).toEqual([401, 'token-missing']);
  });

  test.each(Object.entries(calls))('%s by a viewer is 403, or a list', async (name, line) => {
    const { status } = await deployed.ask(name, line, { role: 'viewer' });

    expect(status).toBe(name === 'list-connectors' ? 200 : 403);
  });

  test.each([
    ['upload-key', 'POST /', 415],
    ['validate-connection', 'POST /', 400],
    ['browse-tables', 'POST /', 405],
    ['save-connector', 'POST /', 400],
    ['save-connector', `PUT /${sampleId('connector')}`, 400],
    ['list-connectors', 'POST /', 405],
    ['delete-connector', `POST /${sampleId('connector')}/restore`, 400],
  ])('%s %s with half a JSON that holds a key says nothing of it', async (name, line, status) => {
    const call = await deployed.platform.request('acme', line, { etag: 'any' });
    const body = `{"name": "Shop data", "key": ${deployed.goodKey.slice(0, -3)}`;

    const answer = await ask(deployed.of(name).port, { ...call, body });

    expect([answer.status, answer.headers['content-type'], answer.json.status]).toEqual([
      status,
      problemJson,
      status,
    ]);
    const headers = JSON.stringify(answer.headers);
    expect(deployed.canary('the answer', answer.text + headers)).toEqual([]);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['cut off within the key', (text: string) => text.slice(0, text.indexOf('END PRIVATE'))],
    ['of another type', (text: string) => text.replace('service_account', 'authorized_user')],
  ])('upload-key with a file that is %s says nothing of the key', async (_, damaged) => {
    const answer = await deployed.ask('upload-key', 'POST /', { file: damaged(deployed.goodKey) });

    expect([answer.status, answer.headers['content-type']]).toEqual([422, problemJson]);
    expect(deployed.canary('the answer', answer.text)).toEqual([]);
  });

  test('SIGTERM lets a validation end, and takes no other one', async () => {
    const { json: uploaded } = await deployed.ask('upload-key', 'POST /', {
      file: deployed.goodKey,
    });
    const body = { keyId: uploaded.keyId, purposes: ['import'], uniqueContactField };
    const call = await deployed.platform.request('acme', 'POST /', { body });
    const instance = await deployed.platform.deploy('validate-connection');

    const { answered, ending } = await endedMeanwhile(instance, call, signIn);

    expect([answered.status, answered.json.readyToSave]).toEqual([200, true]);
    expect(ending).toEqual([0, null]);
  });

  healthIsKept(() => deployed, signIn);

  test('no process has written a key, a token or an assertion, whatever was asked of it', async () => {
    const { json: uploaded } = await deployed.ask('upload-key', 'POST /', {
      file: deployed.goodKey,
    });
    const body = { keyId: uploaded.keyId, purposes: ['import'], uniqueContactField };
    const { json: report } = await deployed.ask('validate-connection', 'POST /', { body });
    const { validationId } = report;
    const saved = await deployed.ask('save-connector', 'POST /', {
      body: { name: 'Shop data', validationId },
    });
    const listed = await deployed.ask('browse-tables', `GET /?keyId=${String(uploaded.keyId)}`);
    const { connectorId, etag } = saved.json;
    const deleted = await deployed.ask('delete-connector', `DELETE /${String(connectorId)}`, {
      etag,
    });
    expect([saved.status, listed.status, deleted.status]).toEqual([201, 200, 200]);

    await deployed.stop(); // so that all is heard
    const written = deployed.platform.logs();

    expect(written.every(({ content }) => content.includes('"message":"request"'))).toBe(true);
    const secrets = /eyJ[\w-]{10,}\.|ya29\.|token-of-the-function|PRIVATE KEY/;
    const seen = written.filter(({ content }) => secrets.test(content));
    expect(seen.map(({ where }) => where)).toEqual([]);
    expect(written.flatMap(({ where, content }) => deployed.canary(where, content))).toEqual([]);
  });
});
