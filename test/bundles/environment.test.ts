import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { entryOf } from '../../tools/bundle/manifest-of.ts';
import { spawnFunction } from '../../tools/deployed-service/deployed-function.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { deployedVariables } from '../support/deployed-variables.ts';
import { dist } from './deployed-platform.ts';

const names = [
  'upload-key',
  'validate-connection',
  'browse-tables',
  'save-connector',
  'list-connectors',
  'delete-connector',
];

const place = ['GOOGLE_CLOUD_PROJECT', 'FIRESTORE_DATABASE', 'HEALTH_TOPIC'];
/** Functions that people do not call know nothing of their tokens, their pages and their limits. */
const needed: Record<string, string[]> = {
  ...Object.fromEntries(names.map((name) => [name, Object.keys(deployedVariables)])),
  'check-connector': [...place, 'CHECK_CONNECTOR_URL', 'TASK_INVOKER'],
  'check-connectors': [
    ...place,
    'TASK_QUEUE',
    'CHECK_CONNECTOR_URL',
    'CHECK_CONNECTORS_URL',
    'TASK_INVOKER',
    'SCHEDULE_INVOKER',
  ],
};

/** How the process of a function ends, and all that it says. */
async function ending(name: string, variables: Record<string, string>) {
  const folder = join(dist, name);
  const started = await spawnFunction({ folder, target: entryOf(name), variables });
  const { stdout, stderr } = started.process;
  const [[code], out, said] = await Promise.all([
    once(started.process, 'close') as Promise<[number | null]>,
    text(stdout),
    text(stderr),
  ]);
  await started.stop();
  return { code, out, sentences: said.trim().split('\n') };
}

describe.skipIf(emulatorJar() === undefined)('with bundles', () => {
  test.each(Object.entries(needed))(
    '%s without its environment ends before it listens',
    async (name, variables) => {
      const { code, out, sentences } = await ending(name, {});

      expect([code, out]).toEqual([1, '']);
      expect(sentences).toEqual(
        variables.map(
          (variable) => expect.stringMatching(`^${variable} must .+[^.]\\.$`) as unknown,
        ),
      );
    },
  );

  test.each(names)('%s says of each variable what is wrong with it', async (name) => {
    const wrong = { PAGE_TOKEN_KEY: '5a', TOKEN_JWKS_URI: 'http://localhost/jwks' };

    const { code, out, sentences } = await ending(name, { ...deployedVariables, ...wrong });

    expect([code, out]).toEqual([1, '']);
    expect(sentences).toEqual([
      'TOKEN_JWKS_URI must be the https URL of the issuer’s keys (jwks_uri).',
      'PAGE_TOKEN_KEY must be 64 hex digits, the same for every function.',
    ]);
  });
});
