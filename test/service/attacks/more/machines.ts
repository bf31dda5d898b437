import { expect } from 'vitest';
import { asksNothing, type Stage } from '../stage.ts';
import { likeGenuine } from './like-genuine.ts';
import { type MoreAttack, refusedEach, tryAt } from './trying.ts';

const queueLike = {
  'content-type': 'application/json',
  'user-agent': 'Google-Cloud-Tasks',
  'x-cloudtasks-queuename': 'checks',
  'x-cloudscheduler': 'true',
};

async function tryChecks(stage: Stage, bearer: string | undefined) {
  const body = JSON.stringify({ workspace: 'a', connectorId: stage.known.words.connectorA });
  const one = await tryAt(stage, 'check-connector', {
    method: 'POST',
    headers: queueLike,
    body,
    bearer,
  });
  const all = await tryAt(stage, 'check-connectors', {
    method: 'POST',
    headers: queueLike,
    bearer,
  });
  expect(all.status).toBe(one.status);
  return one;
}

export const machineDoors: MoreAttack[] = [
  {
    threat: 59,
    title: 'no token of our own issuer opens a machine’s door, whatever it claims',
    async run(stage) {
      const { own } = likeGenuine(stage);
      const invoker = 'check-queue@demo-connectors.iam.gserviceaccount.com';
      const google = { iss: 'https://accounts.google.com', email: invoker, email_verified: true };
      const tokens = [
        undefined,
        own({}),
        own(google),
        own({ ...google, aud: 'https://x' }, { typ: 'JWT' }),
      ];
      await asksNothing(stage, async () =>
        refusedEach(tokens, [401], async (bearer) => tryChecks(stage, bearer)),
      );
    },
  },
  {
    threat: 59,
    title: 'a token that Google gave to a stranger, or to our own for another door, is refused',
    async run(stage) {
      const { machines } = stage.target;
      if (!machines) {
        // On a laptop no account of Google's may call, so there is no genuine token that could: any is a stranger's.
        const answer = await tryChecks(stage, stage.known.tokens.editorB);
        expect(answer.json.code).toBe('token-refused');
        return;
      }
      await stage.forget();
      const { CHECK_CONNECTOR_URL: url, TASK_INVOKER: queue } = machines.variables;
      const strangers = [
        'stranger@evil-project.iam.gserviceaccount.com',
        'somebody@gmail.com',
        queue.toUpperCase(),
        `${queue}.evil.example`,
      ];
      const tokens = await Promise.all([
        ...strangers.map(async (account) => machines.sign(account, url)),
        machines.sign(queue, `${url}/`),
        machines.sign(queue, 'https://europe-west1-other.cloudfunctions.net/check-connector'),
        machines.sign(queue, url, { email_verified: false }),
        machines.sign(queue, url, { email_verified: 'true' }),
        machines.sign(queue, url, { aud: [url, 'https://evil.example'] }),
        machines.sign(queue, url, { iss: 'https://accounts.google.com.evil.example' }),
        machines.sign(queue, url, { exp: 1 }),
      ]);
      const body = JSON.stringify({ workspace: 'a', connectorId: stage.known.words.connectorA });
      await refusedEach(tokens, [401, 403], async (bearer) =>
        tryAt(stage, 'check-connector', { method: 'POST', headers: queueLike, body, bearer }),
      );
      expect(await stage.askedOfGoogle()).toEqual([]);
    },
  },
];
