import type { RequestListener } from 'node:http';
import { GoogleStatus } from '../rpc/google-status.ts';
import { restListener } from '../rpc/rest-front.ts';
import type { CloudTasks } from './cloud-tasks.ts';

const bearer = /^Bearer \S+$/;
const tasks = /^\/v2\/(projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+)\/tasks$/;

/** Cloud Tasks' REST API, as far as tasks are created; paths begin at Google's root. */
export function cloudTasksListener(cloudTasks: Pick<CloudTasks, 'createTask'>): RequestListener {
  return restListener(async (method, { pathname }, body, { authorization = '' }) => {
    const queue = tasks.exec(pathname)?.[1];
    if (method !== 'POST' || queue === undefined) {
      throw new GoogleStatus('NOT_FOUND', 'Requested entity was not found.');
    }
    if (!bearer.test(authorization)) {
      const message = 'Request is missing required authentication credential.';
      throw new GoogleStatus('UNAUTHENTICATED', message);
    }
    return cloudTasks.createTask(queue, body);
  });
}
