import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allCommands } from '../../functions/settings-page/page/guide/instructions.ts';
import { removal } from '../../functions/settings-page/page/guide/removal.ts';
import { cloudSdk } from '../sandbox/cloud-sdk.ts';
import { wordsOf } from '../support/words-of.ts';

const wanted = {
  project: 'acme-analytics',
  purposes: ['import', 'export'] as ('import' | 'export')[],
  dataset: 'crm',
  exportDataset: 'exports',
};
const { list, remove, removeAll } = removal(wanted);
const script = [allCommands(wanted, (id) => id), list, remove, removeAll].join('\n');
const calls = wordsOf(script).filter(([program]) => program === 'gcloud');

/** gcloud reads its whole command line before it looks for an account; here there is none. */
describe.skipIf(!cloudSdk())('Google’s command line knows what the guide asks of it:', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gcloud-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(calls.map((words) => [words.join(' '), words] as const))(
    '%s',
    (_line, [program = '', ...words]) => {
      const { stderr } = spawnSync(program, words, {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          CLOUDSDK_CONFIG: folder,
          CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
          CLOUDSDK_CORE_ACCOUNT: 'nobody@acme.example',
          CLOUDSDK_CORE_CHECK_GCE_METADATA: 'false',
        },
      });

      expect(stderr).toMatch(/Updated property|does not have any valid credentials/);
    },
  );
});
