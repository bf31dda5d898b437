import type { IncomingMessage, RequestListener } from 'node:http';
import { readBody } from '../http/read-body.ts';
import { GoogleStatus, invalidArgument, statuses } from '../secret-manager/google-status.ts';
import type { CloudTasks } from './cloud-tasks.ts';

const mostBytes = 1024 ** 2;
const bearer = /^Bearer \S+$/;

/** Cloud Tasks' REST API, as far as tasks are created; paths begin at Google's root. */
export function cloudTasksListener(cloudTasks: Pick<CloudTasks, 'createTask'>): RequestListener {
  return (httpRequest, httpResponse) => {
    void answer(cloudTasks, httpRequest).then(({ status, body }) => {
      httpResponse.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
      httpResponse.end(JSON.stringify(body, undefined, 2));
    });
  };
}

interface Answered {
  status: number;
  body: object;
}

async function answer(
  cloudTasks: Pick<CloudTasks, 'createTask'>,
  httpRequest: IncomingMessage,
): Promise<Answered> {
  try {
    const body = await readBody(httpRequest, mostBytes);
    const { pathname } = new URL(httpRequest.url ?? '/', 'http://sandbox.invalid');
    const queue = /^\/v2\/(projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+)\/tasks$/.exec(
      pathname,
    );
    if (httpRequest.method !== 'POST' || queue?.[1] === undefined) {
      throw new GoogleStatus('NOT_FOUND', 'Requested entity was not found.');
    }
    if (!bearer.test(httpRequest.headers.authorization ?? '')) return unauthenticated;
    return { status: 200, body: await cloudTasks.createTask(queue[1], jsonOf(body)) };
  } catch (error) {
    const { word, message, info } = asStatus(error);
    const code = statuses[word].http;
    const details = info && [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', ...info }];
    return { status: code, body: { error: { code, message, status: word, details } } };
  }
}

const unauthenticated: Answered = {
  status: 401,
  body: {
    error: {
      code: 401,
      message: 'Request is missing required authentication credential.',
      status: 'UNAUTHENTICATED',
    },
  },
};

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw invalidArgument('Invalid JSON payload received.');
  }
}

/** What is no status is a defect of the sandbox: its stack is for the terminal. */
function asStatus(error: unknown): GoogleStatus {
  if (error instanceof GoogleStatus) return error;
  process.stderr.write(`sandbox: ${error instanceof Error ? String(error.stack) : 'unknown'}\n`);
  return new GoogleStatus('INTERNAL', 'Internal error encountered.');
}
