import { describe, expect, test } from 'vitest';
import { createTaskCall } from '../../../shared/adapters/google/cloud-tasks-calls.ts';
import { listen } from '../../support/listen.ts';
import { invoker, queueInCloudTasks, queueName } from '../../support/queue-in-cloud-tasks.ts';
import { acme, sampleId } from '../../support/sample-records.ts';

const connectorId = sampleId('connector');
const task = { name: `${connectorId} 2026-03-02T09:00:00.000Z`, workspace: acme, connectorId };
const unavailable = { name: 'Problem', code: 'store-unavailable' };
const patiently = 5; // attempts

describe('where Google fails to take a task', () => {
  test.each([
    'UNAVAILABLE',
    'RESOURCE_EXHAUSTED',
    'INTERNAL',
    'ABORTED',
    'DEADLINE_EXCEEDED',
  ] as const)('a task is added once after %s that passes', async (status) => {
    const { queue, cloudTasks, pauses } = await queueInCloudTasks();
    cloudTasks.fail({ status, times: 2 });

    expect(await queue.add(task)).toBe('added');

    expect(cloudTasks.tasks()).toHaveLength(1);
    expect(pauses).toHaveLength(2);
  });

  test.each(['UNAVAILABLE', 'RESOURCE_EXHAUSTED'] as const)(
    'it is asked a few times and no more where %s stays',
    async (status) => {
      const { queue, cloudTasks } = await queueInCloudTasks();
      cloudTasks.fail({ status, times: 100 });

      await expect(queue.add(task)).rejects.toMatchObject(unavailable);

      expect(cloudTasks.asked()).toBe(patiently);
      expect(cloudTasks.tasks()).toEqual([]);
    },
  );

  test.each(['UNAVAILABLE', 'DEADLINE_EXCEEDED'] as const)(
    'there is one task, where it was added and the answer was %s',
    async (status) => {
      const { queue, cloudTasks } = await queueInCloudTasks();
      cloudTasks.fail({ status, afterActing: true });

      expect(await queue.add(task)).toBe('known');

      expect(cloudTasks.tasks()).toHaveLength(1);
    },
  );

  test('silence ends with the time of an attempt, and adds nothing twice', async () => {
    const { queue, cloudTasks } = await queueInCloudTasks({ attemptMs: 300 });
    cloudTasks.fail({ status: 'silence', times: 2 });

    // It may have acted late, on a busy machine: then the next attempt finds the task.
    expect(['added', 'known']).toContain(await queue.add(task));
    cloudTasks.recover();

    expect(cloudTasks.tasks()).toHaveLength(1);
  });

  test('a conflict of another kind is not taken for a task that is there', async () => {
    const { queue, cloudTasks } = await queueInCloudTasks();
    cloudTasks.fail({ status: 'ABORTED', times: 100 });

    await expect(queue.add(task)).rejects.toMatchObject(unavailable);
  });

  test('it is not asked again what it will refuse again', async () => {
    const { queue, cloudTasks } = await queueInCloudTasks();
    cloudTasks.fail({ status: 'INVALID_ARGUMENT' });

    await expect(queue.add(task)).rejects.toMatchObject({
      name: 'CallFailed',
      facts: { operation: 'tasks.create', status: 'INVALID_ARGUMENT' },
    });
    expect(cloudTasks.asked()).toBe(1);
  });

  test('a queue that is not there is told to the operator', async () => {
    const { queue } = await queueInCloudTasks({ queue: `${queueName}-gone` });

    await expect(queue.add(task)).rejects.toMatchObject({
      name: 'CallFailed',
      facts: { status: 'NOT_FOUND' },
    });
  });

  test.each([
    ['cloudtasks.tasks.create', queueName],
    ['iam.serviceAccounts.actAs', invoker],
  ])('the operator is told that %s is missing', async (permission, resource) => {
    const { queue, cloudTasks } = await queueInCloudTasks();
    cloudTasks.deny(permission);

    await expect(queue.add(task)).rejects.toMatchObject({
      name: 'PermissionDenied',
      facts: { permission, reason: 'IAM_PERMISSION_DENIED' },
    });
    await expect(queue.add(task)).rejects.toMatchObject(
      resource === queueName ? { facts: { resource } } : { name: 'PermissionDenied' },
    );
  });

  test('an account’s token that is refused is fetched anew, once', async () => {
    const tokens = ['', 'Bearer good'];
    const { queue, cloudTasks } = await queueInCloudTasks({
      auth: {
        getRequestHeaders: () => ({ authorization: tokens[0] ?? '' }),
        forget: () => tokens.shift(),
      },
    });

    expect(await queue.add(task)).toBe('added');
    expect(cloudTasks.asked()).toBe(1);
  });

  test.each([
    ['a proxy’s page', 502, '<html>'],
    ['a redirect', 302, ''],
    ['an unnamed conflict', 409, ''],
  ])('%s is no success', async (_name, status, body) => {
    const origin = await listen((_request, response) =>
      response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(body),
    );
    const { hostname: host, port } = new URL(origin);
    const signedIn = { getRequestHeaders: () => ({ authorization: 'Bearer x' }) };
    const target = { protocol: 'http:', host, port: Number(port) } as const;
    const { queue } = await queueInCloudTasks({ createTask: createTaskCall(signedIn, target) });

    await expect(queue.add(task)).rejects.toThrow();
  });

  test('a connection that breaks is asked again and then given up', async () => {
    let asked = 0;
    const origin = await listen((request) => {
      asked += 1;
      request.socket.destroy();
    });
    const { hostname: host, port } = new URL(origin);
    const signedIn = { getRequestHeaders: () => ({ authorization: 'Bearer x' }) };
    const target = { protocol: 'http:', host, port: Number(port) } as const;
    const { queue } = await queueInCloudTasks({ createTask: createTaskCall(signedIn, target) });

    await expect(queue.add(task)).rejects.toMatchObject(unavailable);
    expect(asked).toBe(patiently);
  });
});
