import { callHeaders } from './rest-transport/call-headers.ts';
import { exchange, type Target } from './rest-transport/exchange.ts';
import { lastingAgent } from './rest-transport/lasting-agent.ts';
import type { HeaderSource } from './rest-transport/metadata-tokens.ts';
import { refusalOfAnswer } from './rest-transport/refusal-of-answer.ts';

/** https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks#Task, as far as we fill it in. */
export interface Task {
  name: string;
  dispatchDeadline: string;
  httpRequest: {
    url: string;
    httpMethod: 'POST';
    headers: Record<string, string>;
    /** In base64. */
    body: string;
    oidcToken: { serviceAccountEmail: string; audience: string };
  };
}

export type CreateTask = (queue: string, task: Task, deadlineMs: number) => Promise<void>;

export const googleTasks: Target = {
  protocol: 'https:',
  host: 'cloudtasks.googleapis.com',
  port: 443,
};

const mostBytes = 1024 ** 2;
const httpUnauthorized = 401;

/** One attempt at tasks.create; whatever is no success is a GoogleError. */
export function createTaskCall(auth: HeaderSource, target: Target = googleTasks): CreateTask {
  const agent = lastingAgent(target.protocol);
  return async (queue, task, deadlineMs) => {
    const endsAt = Date.now() + deadlineMs;
    const outgoing = { verb: 'POST', path: `/v2/${queue}/tasks`, body: JSON.stringify({ task }) };
    const send = async () => {
      const headers = await callHeaders({}, target, auth, deadlineMs);
      const limits = { deadlineMs: Math.max(1, endsAt - Date.now()), mostBytes };
      return exchange({ ...target, agent: agent.forCall() }, { ...outgoing, headers }, limits);
    };
    let answer = await send();
    if (answer.httpStatus === httpUnauthorized && auth.forget) {
      auth.forget();
      answer = await send();
    }
    if (answer.httpStatus !== 200) {
      throw refusalOfAnswer('tasks.create', answer.httpStatus, bodyOf(answer.text));
    }
  };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's page
  }
}
