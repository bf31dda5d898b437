import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { secretManagerClient } from '../../../shared/adapters/google/secret-manager-client.ts';
import { keyText } from '../../support/make-key.ts';

const loaded = () =>
  Object.keys(createRequire(import.meta.url).cache).some((path) =>
    path.includes('@google-cloud/secret-manager'),
  );

test('Google’s client is loaded when it is needed, looks again for an account that it missed, and is made once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'account-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });
  const account = join(folder, 'account.json');
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', account);

  const client = secretManagerClient('connectors');
  expect(loaded()).toBe(false);
  await expect(client()).rejects.toThrow();
  writeFileSync(account, keyText());
  const first = await client();
  const second = await client();

  expect(loaded()).toBe(true);
  expect(second).toBe(first);
  expect(first.apiEndpoint).toBe('secretmanager.googleapis.com');
});
