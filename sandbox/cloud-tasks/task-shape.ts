import * as z from 'zod';
import { invalidArgument } from '../rpc/google-status.ts';

const mostBytes = 100 * 1024;
const shortestDeadline = 15;
const longestDeadline = 1800;

const queueName =
  /^projects\/[a-z][a-z0-9:.-]*\/locations\/[a-z0-9-]+\/queues\/[A-Za-z0-9-]{1,100}$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Of a task, what a client may say (https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks#Task). */
const task = z.strictObject({
  name: z.string(),
  dispatchDeadline: z
    .string()
    .regex(/^\d+(?:\.\d{1,9})?s$/)
    .refine((text) => {
      const seconds = Number(text.slice(0, -1));
      return seconds >= shortestDeadline && seconds <= longestDeadline;
    }, 'must be between [15s, 30m]')
    .optional(),
  httpRequest: z.strictObject({
    url: z
      .string()
      .max(2083)
      .regex(/^https:\/\/[^/?#]+/, 'must be an https URL'),
    httpMethod: z.enum(['POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string().regex(base64, 'must be base64').optional(),
    oidcToken: z.strictObject({
      serviceAccountEmail: z.string().regex(/^[^@\s]+@[^@\s]+\.gserviceaccount\.com$/),
      audience: z.string().min(1),
    }),
  }),
});
export type KeptTask = z.infer<typeof task>;

/** A request to create a task, read as strictly as Google reads it. */
export function readTask(queue: string, request: unknown): KeptTask {
  if (!queueName.test(queue)) throw invalidArgument('Invalid resource field value in the request.');
  const read = z.strictObject({ task }).safeParse(request);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw invalidArgument(
      `Invalid value at '${issue?.path.join('.') ?? ''}': ${issue?.message ?? ''}`,
    );
  }
  const given = read.data.task;
  const id = given.name.startsWith(`${queue}/tasks/`) && given.name.slice(`${queue}/tasks/`.length);
  if (id === false || !/^[A-Za-z0-9_-]{1,500}$/.test(id)) {
    throw invalidArgument(
      'Task name must be formatted: "projects/<PROJECT_ID>/locations/<LOCATION_ID>/queues/<QUEUE_ID>/tasks/<TASK_ID>"',
    );
  }
  if (Buffer.byteLength(JSON.stringify(given)) > mostBytes) {
    throw invalidArgument('Task size too large.');
  }
  return given;
}
