import { describe, expect, test } from 'vitest';
import { firestoreCalls } from '../../../shared/adapters/google/firestore-calls.ts';
import { CallFailed } from '../../../shared/problems/call-failed.ts';
import { PermissionDenied } from '../../../shared/problems/permission-denied.ts';
import { Problem } from '../../../shared/problems/problem.ts';

const what = { operation: 'firestore.get', permission: 'datastore.entities.get' };
const calls = firestoreCalls('connectors');
const grpc = (code: number) => Object.assign(new Error('rows of acme'), { code });
const rest = (code: number, status: string) =>
  Object.assign(new Error('rows of acme'), {
    code,
    response: { status: code, data: { error: { code, status, message: 'rows of acme' } } },
  });
const thrownBy = async (error: unknown): Promise<unknown> =>
  calls(what, () => Promise.reject(error as Error)).catch((thrown: unknown) => thrown);

describe('what Firestore does not do', () => {
  test('what it does is given as it is', async () => {
    expect(await calls(what, () => Promise.resolve('a record'))).toBe('a record');
  });

  test.each([
    ['ABORTED', grpc(10), rest(409, 'ABORTED')],
    ['ALREADY_EXISTS', grpc(6), rest(409, 'ALREADY_EXISTS')],
    ['RESOURCE_EXHAUSTED', grpc(8), rest(429, 'RESOURCE_EXHAUSTED')],
    ['UNAVAILABLE', grpc(14), rest(503, 'UNAVAILABLE')],
    ['INTERNAL', grpc(13), rest(500, 'INTERNAL')],
    ['DEADLINE_EXCEEDED', grpc(4), rest(504, 'DEADLINE_EXCEEDED')],
  ])('%s passes, in both shapes: come again', async (status, ...shapes) => {
    for (const error of shapes) {
      const thrown = await thrownBy(error);
      expect(thrown).toBeInstanceOf(Problem);
      expect(thrown).toMatchObject({
        code: 'store-unavailable',
        retryAfterSeconds: 5,
        cause: { facts: { operation: 'firestore.get', status } },
      });
      expect(JSON.stringify(thrown)).not.toContain('acme');
    }
  });

  test('a denial names the permission and the database, for the operator', async () => {
    for (const error of [grpc(7), rest(403, 'PERMISSION_DENIED')]) {
      const thrown = await thrownBy(error);
      expect(thrown).toBeInstanceOf(PermissionDenied);
      expect(thrown).toMatchObject({
        permission: 'datastore.entities.get',
        resource: 'connectors',
      });
    }
  });

  test('what does not pass is a defect, without a word of Google’s', async () => {
    for (const error of [grpc(9), rest(400, 'FAILED_PRECONDITION')]) {
      const thrown = await thrownBy(error);
      expect(thrown).toBeInstanceOf(CallFailed);
      expect(thrown).toMatchObject({ facts: { status: 'FAILED_PRECONDITION' } });
      expect(String((thrown as Error).stack)).not.toContain('acme');
    }
  });

  test('what is none of Google’s is thrown on: a refusal of the work, or a defect in it', async () => {
    for (const error of [new Problem('etag-stale', 'Read again.'), new TypeError('undefined')]) {
      expect(await thrownBy(error)).toBe(error);
    }
  });

  test('silence ends, and who went on meanwhile is told that it is over', async () => {
    let signal: AbortSignal | undefined;
    const silent = firestoreCalls('connectors', 20)(what, (over) => {
      signal = over;
      return new Promise(() => undefined);
    });

    await expect(silent).rejects.toMatchObject({
      code: 'store-unavailable',
      cause: { facts: { status: 'DEADLINE_EXCEEDED' } },
    });
    expect(signal?.aborted).toBe(true);
  });
});
