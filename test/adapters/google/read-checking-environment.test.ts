import { describe, expect, test } from 'vitest';
import {
  type CheckingVariable,
  readCheckingEnvironment,
} from '../../../shared/adapters/google/read-checking-environment.ts';

const deployed: Record<CheckingVariable, string> = {
  GOOGLE_CLOUD_PROJECT: 'acme-platform',
  FIRESTORE_DATABASE: 'connectors',
  HEALTH_TOPIC: 'connector-health',
  TASK_QUEUE: 'projects/acme-platform/locations/europe-west1/queues/checks',
  CHECK_CONNECTOR_URL: 'https://europe-west1-acme-platform.cloudfunctions.net/check-connector',
  CHECK_CONNECTORS_URL: 'https://europe-west1-acme-platform.cloudfunctions.net/check-connectors',
  TASK_INVOKER: 'check-queue@acme-platform.iam.gserviceaccount.com',
  SCHEDULE_INVOKER: 'check-schedule@acme-platform.iam.gserviceaccount.com',
};
const all = Object.keys(deployed) as CheckingVariable[];

/** What the variables say, or what is said about them. */
function read(env: Record<string, string | undefined>, names = all) {
  const refusals: string[] = [];
  try {
    return readCheckingEnvironment(env, names, (sentences) => {
      refusals.push(...sentences);
      throw new Error('refused');
    });
  } catch {
    return refusals;
  }
}

describe('the environment of a function that checks', () => {
  test('is what the variables say', () => {
    expect(read({ ...deployed, HOME: '/root' })).toEqual(deployed);
  });

  test('is asked for what the function uses, and no more', () => {
    const { CHECK_CONNECTOR_URL, TASK_INVOKER } = deployed;

    expect(
      read({ CHECK_CONNECTOR_URL, TASK_INVOKER }, ['CHECK_CONNECTOR_URL', 'TASK_INVOKER']),
    ).toEqual({ CHECK_CONNECTOR_URL, TASK_INVOKER });
  });

  test('tells everything that is missing, a sentence a variable', () => {
    expect(read({})).toEqual([
      'GOOGLE_CLOUD_PROJECT must be the id of the project in which the service runs.',
      'FIRESTORE_DATABASE must be the id of the Firestore database.',
      'HEALTH_TOPIC must be the id of the Pub/Sub topic on which changes of health are announced.',
      'TASK_QUEUE must be the full name of the queue, projects/…/locations/…/queues/….',
      'CHECK_CONNECTOR_URL must be the https URL of check-connector.',
      'CHECK_CONNECTORS_URL must be the https URL of check-connectors.',
      'TASK_INVOKER must be the e-mail address of the service account whose token tasks carry.',
      'SCHEDULE_INVOKER must be the e-mail address of the service account whose token the schedule carries.',
    ]);
  });

  test.each<[CheckingVariable, string]>([
    ['FIRESTORE_DATABASE', 'Connectors'],
    ['HEALTH_TOPIC', 'projects/acme-platform/topics/connector-health'],
    ['HEALTH_TOPIC', 'google-health'],
    ['TASK_QUEUE', 'checks'],
    ['TASK_QUEUE', `${deployed.TASK_QUEUE}/tasks/x`],
    ['TASK_QUEUE', 'projects/../locations/l/queues/q?alt=x'],
    ['CHECK_CONNECTOR_URL', 'http://europe-west1-acme-platform.cloudfunctions.net/check-connector'],
    ['CHECK_CONNECTOR_URL', 'https://localhost/check-connector'],
    ['CHECK_CONNECTOR_URL', `${deployed.CHECK_CONNECTOR_URL}?again=1`],
    ['CHECK_CONNECTORS_URL', `${deployed.CHECK_CONNECTORS_URL}#top`],
    ['TASK_INVOKER', 'ada@acme.example'],
    ['TASK_INVOKER', `serviceAccount:${deployed.TASK_INVOKER}`],
    ['TASK_INVOKER', `${deployed.TASK_INVOKER}.evil.example`],
    ['SCHEDULE_INVOKER', ''],
  ])('refuses %s that is %j', (name, text) => {
    expect(read({ ...deployed, [name]: text })).toEqual([
      expect.stringContaining(`${name} must be `) as string,
    ]);
  });

  test('THREATS 54: refuses to write down what is sent', () => {
    expect(read({ ...deployed, NODE_DEBUG: 'http' }, ['HEALTH_TOPIC'])).toEqual([
      'NODE_DEBUG must not be set: it would write access tokens into the log.',
    ]);
  });
});
