import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, type Init, type RunningService, withService } from './running-service.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

let service: RunningService;
let ask: (path: string, init?: Init) => Promise<Answer>;
let keyId: string;
withService(async (started) => {
  service = started;
  ask = await service.asker('demo');
  keyId = String((await ask('/upload-key/', { file: service.keyFile('good.json') })).json.keyId);
});
afterEach(async () => {
  await service.fetch('/sandbox/faults', { method: 'DELETE' });
});

interface Check {
  id: string;
  name: string;
  outcome: string;
  cause?: string;
  detail: string;
  remedy?: object;
  evidence?: Record<string, string>;
}

const good = () => ({ keyId, purposes: ['import'], uniqueContactField: subscribersEmail });
const validate = async (body: unknown = good(), init: Init = {}) =>
  ask('/validate-connection/', { body, ...init });
const fail = async (fault: object) =>
  service.fetch('/sandbox/faults', { method: 'POST', body: fault });

describe('POST validate-connection', () => {
  test('tells every check in the ladder’s order, what it cost and until when it can be saved', async () => {
    const { status, json } = await validate();

    expect(status).toBe(200);
    expect(
      (json.checks as Check[]).map(({ id, name, outcome }) => `${id} ${name} ${outcome}`),
    ).toEqual([
      'A1 key-readable passed',
      'A2 key-type passed',
      'A3 key-complete passed',
      'A4 private-key passed',
      'A5 key-known passed',
      'B1 key-alive passed',
      'B2 sign-in passed',
      'C1 project-reachable passed',
      'C2 may-run-jobs passed',
      'C3 too-much-power passed',
      'D1 dataset passed',
      'D2 table passed',
      'D3 key-column passed',
      'D4 readable passed',
      'D5 key-quality passed',
    ]);
    expect(json).toMatchObject({
      outcome: 'passed',
      readyToSave: true,
      bytesBilled: 10 * 1024 ** 2,
    });
    const { validatedAt, expiresAt } = json as Record<string, string>;
    expect(Date.parse(expiresAt ?? '') - Date.parse(validatedAt ?? '')).toBe(30 * 60 * 1000);
  });

  test('without a field runs A to C, and is not yet to be saved', async () => {
    const { json } = await validate({ keyId, purposes: ['import'] });
    expect((json.checks as Check[]).at(-1)?.id).toBe('C3');
    expect(json).toMatchObject({ outcome: 'passed', readyToSave: false });
  });

  test('reports everything that is wrong at once', async () => {
    const { json: uploaded } = await ask('/upload-key/', {
      file: service.keyFile('no-job-permission.json'),
    });
    const { json } = await validate({
      ...good(),
      keyId: uploaded.keyId,
      uniqueContactField: { ...subscribersEmail, column: 'emial' },
    });
    const failed = (json.checks as Check[]).filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ id }) => id)).toEqual(['C2', 'D3']);
    const skipped = (json.checks as Check[]).filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ id }) => id)).toEqual(['D4', 'D5']);
    expect(skipped.every(({ detail }) => /needs (C2|D3|D4)/.test(detail))).toBe(true);
  });

  test('as a stream sends each check when it ends, and the report last', async () => {
    const { headers, text } = await validate(good(), { headers: { accept: 'text/event-stream' } });

    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = text
      .trim()
      .split('\n\n')
      .map((event) => /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? []);
    const names = events.map(([, name]) => name);
    expect(names.slice(0, -1)).toEqual(names.slice(0, -1).map(() => 'check'));
    expect(names.at(-1)).toBe('report');
    const report = JSON.parse(events.at(-1)?.[2] ?? '') as { checks: Check[]; outcome: string };
    const sent = events.slice(0, -1).map(([, , data = '']) => JSON.parse(data) as Check);
    expect(sent).toEqual(report.checks);
    expect(report.outcome).toBe('passed');
  });

  test('of a connector alone checks it now, and counts for its health', async () => {
    const { validationId } = (await validate()).json;
    const { connectorId } = (
      await ask('/save-connector/', { body: { name: 'Checked now', validationId } })
    ).json;
    await fail({ operation: 'tables.get', status: 503 });
    expect((await validate({ connectorId })).json).toMatchObject({ outcome: 'inconclusive' });
    const health = async () => (await ask(`/list-connectors/${String(connectorId)}`)).json.health;
    expect(await health()).toMatchObject({ state: 'unknown' });

    await service.fetch('/sandbox/faults', { method: 'DELETE' });
    expect((await validate({ connectorId })).json).toMatchObject({ outcome: 'passed' });
    expect(await health()).toMatchObject({ state: 'healthy' });
    const changes = (await ask(`/list-connectors/${String(connectorId)}/changes`)).json.changes;
    expect((changes as { what: string }[]).map(({ what }) => what)).toEqual(['created']);
  });

  test('the same key in a second connector is a warning that names the first', async () => {
    const other = await ask('/upload-key/', { file: service.keyFile('good.json') });
    const { json } = await validate({ ...good(), keyId: other.json.keyId });
    const known = (json.checks as Check[]).find(({ id }) => id === 'A5');
    expect(known).toMatchObject({ outcome: 'warning', cause: 'key-known' });
    expect(known?.detail).toContain('Checked now');
  });
});

describe('a request that cannot be read is refused with the place', () => {
  test.each([
    [{}, '/keyId'],
    [{ purposes: ['import'] }, '/keyId'],
    [{ keyId: 'x', purposes: ['import'] }, '/keyId'],
    [{ keyId: 'key-00000000000000000000000000' }, '/purposes'],
    [{ keyId: 42, purposes: ['import'] }, '/keyId'],
    [{ purposes: [] }, '/purposes'],
    [{ purposes: 'import' }, '/purposes'],
    [{ purposes: ['steal'] }, '/purposes/0'],
    [{ purposes: ['import', 'import'] }, '/purposes'],
    [
      { connectorId: 'con-00000000000000000000000000', keyId: 'key-00000000000000000000000000' },
      '/connectorId',
    ],
    [{ uniqueContactField: {} }, '/uniqueContactField/dataset'],
    [
      { uniqueContactField: { ...subscribersEmail, dataset: 'a`b' } },
      '/uniqueContactField/dataset',
    ],
    [{ uniqueContactField: { ...subscribersEmail, table: '../x' } }, '/uniqueContactField/table'],
    [
      { uniqueContactField: { ...subscribersEmail, table: 'x'.repeat(1025) } },
      '/uniqueContactField/table',
    ],
    [
      { uniqueContactField: { ...subscribersEmail, column: 'a\\`b' } },
      '/uniqueContactField/column',
    ],
    [{ uniqueContactField: { ...subscribersEmail, project: 'x' } }, '/uniqueContactField/project'],
    [{ uniqueContactField: { ...subscribersEmail, other: 1 } }, '/uniqueContactField/other'],
    [
      { uniqueContactField: { ...subscribersEmail, contactKey: { type: 'name' } } },
      '/uniqueContactField/contactKey/type',
    ],
    [
      { uniqueContactField: { ...subscribersEmail, contactKey: { type: 'additionalField' } } },
      '/uniqueContactField/contactKey/id',
    ],
    [{ maximumBytesBilled: 1 }, '/maximumBytesBilled'],
    [{ maximumBytesBilled: 1.5e9 + 0.5 }, '/maximumBytesBilled'],
    [{ maximumBytesBilled: '10485760' }, '/maximumBytesBilled'],
    [{ jobProject: 'Acme Analytics' }, '/jobProject'],
    [{ exportDataset: { dataset: '' } }, '/exportDataset/dataset'],
    [{ workspace: 'other' }, '/workspace'],
    [{ location: 'EU' }, '/location'],
  ])('%j', async (body, pointer) => {
    const { status, json } = await validate(body);
    expect(status).toBe(400);
    expect((json.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  const ofKind = (contactKey: object) => ({ ...subscribersEmail, contactKey });
  const kindOfKey = '/uniqueContactField/contactKey/type';
  const kinds = 'must be one of: email, phone, externalId, contactId, additionalField';
  test.each<[object, string, string]>([
    [{ purposes: 'import' }, '/purposes', 'must be a list'],
    [{ purposes: [] }, '/purposes', 'must have at least 1 entry'],
    [{ maximumBytesBilled: 1e300 }, '/maximumBytesBilled', 'must be at most 10995116277760'],
    [{ maximumBytesBilled: 1 }, '/maximumBytesBilled', 'must be at least 10485760'],
    [{ uniqueContactField: ofKind({ type: 'name' }) }, kindOfKey, kinds],
    [{ uniqueContactField: ofKind({}) }, kindOfKey, kinds],
  ])('%j: the field once, with what it must be', async (body, pointer, detail) => {
    const { json } = await validate({ ...good(), ...body });
    expect(json.errors).toEqual([{ in: 'body', pointer, detail }]);
  });

  test('a key that never was, or is of another workspace, is not found', async () => {
    const stranger = await service.asker('stranger');
    const foreign = await stranger('/validate-connection/', { body: good() });
    const missing = await validate({ ...good(), keyId: 'key-00000000000000000000000000' });
    expect(foreign).toMatchObject({ status: 404, json: { code: 'key-not-found' } });
    expect({ ...foreign.json, instance: '' }).toEqual({ ...missing.json, instance: '' });
  });
});

describe('what is not the customer’s fault never looks so', () => {
  const refused = (code: number, reason: string) => ({
    error: { code, message: 'as told', errors: [{ reason, message: 'as told' }] },
  });

  test.each(
    [
      { operation: 'token', status: 500, body: {} },
      { operation: 'certificates', status: 503, body: {} },
      { operation: 'datasets.list', status: 429, body: refused(429, 'rateLimitExceeded') },
      { operation: 'datasets.get', status: 503, body: refused(503, 'backendError') },
      { operation: 'tables.get', status: 500, body: refused(500, 'internalError') },
      { operation: 'jobs.insert.dryRun', status: 403, body: refused(403, 'quotaExceeded') },
      { operation: 'jobs.insert', status: 400, body: refused(400, 'jobBackendError') },
      { operation: 'tables.get', status: 200, body: { nothing: true } },
      { operation: 'tables.get', status: 418, body: 'a teapot' },
      { operation: 'token', status: 200, body: '<html>' },
      { operation: 'datasets.get', status: 'reset' },
      { operation: 'token', status: 'reset' },
    ].map((fault) => ({ ...fault, shown: JSON.stringify(fault.body ?? '') })),
  )('$operation answers $status $shown: ask again', async ({ shown: _, ...fault }) => {
    await fail(fault);
    const { status, json } = await validate();

    expect(status).toBe(200);
    expect(json).toMatchObject({ outcome: 'inconclusive', readyToSave: false });
    expect(JSON.stringify(json)).not.toMatch(/as told|teapot|nothing|html/);
  });

  test('an answer that nobody knows is noted for the operators, by check and cause', async () => {
    await fail({ operation: 'tables.get', status: 418, body: 'a teapot' });
    const { json } = await validate();

    const line = await service.logged(String(json.validationId));
    expect(JSON.parse(line)).toMatchObject({
      message: 'validated',
      facts: { outcome: 'inconclusive', troubles: 'D2 unknown-answer' },
    });
    const { evidence } = (json.checks as Check[]).find(({ id }) => id === 'D2') ?? {};
    const { fingerprint = '' } = evidence ?? {};
    const noted = JSON.parse(
      await service.logged(`unknown-answer.*${String(json.validationId)}`),
    ) as object;
    expect(noted).toMatchObject({
      severity: 'WARNING',
      facts: { validationId: json.validationId, check: 'D2', httpStatus: '418', fingerprint },
    });
    expect(JSON.stringify(noted)).not.toContain('teapot');
  });

  test('one refusal that passes is asked again without anybody noticing', async () => {
    await fail({
      operation: 'tables.get',
      status: 503,
      body: refused(503, 'backendError'),
      times: 1,
    });
    expect((await validate()).json).toMatchObject({ outcome: 'passed' });
  });

  test('silence is given up in time', async () => {
    await fail({ operation: 'tables.get', status: 'hang' });
    const { json } = await validate();
    expect(json).toMatchObject({ outcome: 'inconclusive' });
    const waited = (json.checks as Check[]).find(({ id }) => id === 'D2');
    expect(waited).toMatchObject({ outcome: 'inconclusive', cause: 'no-answer' });
    expect(json.durationMs).toBeLessThan(30_000);
  });
});
