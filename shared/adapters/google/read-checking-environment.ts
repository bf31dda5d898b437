import * as z from 'zod';
import { placeVariables } from './place-variables.ts';
import { silentVariables } from './silent-variables.ts';
import { isPublicUrl, like, variable } from './variable.ts';

/** As it is called, and so as it is named in the caller's token: with nothing behind its path. */
const isFunctionUrl = (text: string): boolean => isPublicUrl(text) && !/[?#]/.test(text);
const isServiceAccount = like(/^[a-z0-9-]{6,30}@[a-z0-9.-]{1,100}\.gserviceaccount\.com$/);

const variables = {
  ...placeVariables,
  HEALTH_TOPIC: variable(
    'be the id of the Pub/Sub topic on which changes of health are announced',
    like(/^(?!goog)[A-Za-z][\w.~+%-]{2,254}$/),
  ),
  TASK_QUEUE: variable(
    'be the full name of the queue, projects/…/locations/…/queues/…',
    like(/^projects\/[\w:.-]{1,94}\/locations\/[a-z0-9-]{1,63}\/queues\/[A-Za-z0-9-]{1,100}$/),
  ),
  CHECK_CONNECTOR_URL: variable('be the https URL of check-connector', isFunctionUrl),
  CHECK_CONNECTORS_URL: variable('be the https URL of check-connectors', isFunctionUrl),
  TASK_INVOKER: variable(
    'be the e-mail address of the service account whose token tasks carry',
    isServiceAccount,
  ),
  SCHEDULE_INVOKER: variable(
    'be the e-mail address of the service account whose token the schedule carries',
    isServiceAccount,
  ),
};

export type CheckingVariable = keyof typeof variables;

/** What only functions that check are told: of these variables the named ones, or a sentence for each that is wrong. */
export function readCheckingEnvironment<Name extends CheckingVariable>(
  env: Record<string, string | undefined>,
  names: readonly Name[],
  refuse: (sentences: string[]) => never,
): Record<Name, string> {
  const shape = Object.fromEntries(names.map((name) => [name, variables[name]]));
  const read = z.object({ ...shape, ...silentVariables }).safeParse(env);
  if (!read.success) {
    return refuse(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  return read.data as Record<Name, string>;
}
