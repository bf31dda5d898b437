import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newStateFolder, removeFolder, spawnService, startService } from './running-service.ts';

function stateFolder(): string {
  const folder = newStateFolder();
  onTestFinished(() => {
    removeFolder(folder);
  });
  return folder;
}

/** One sentence, no stack, and the exit code of a failure. */
async function refusal(folder: string, port = '0', options: string[] = []): Promise<string> {
  const started = spawnService(folder, port, options);
  expect(await started.ended).toBe(1);
  expect(started.log()).not.toMatch(/\n {4}at |node:internal/);
  expect(started.log().trim().split('\n')).toHaveLength(1);
  return started.log();
}

describe('npm start', () => {
  test('says where it is, and ends at once on Ctrl-C without losing what was answered', async () => {
    const folder = stateFolder();
    const service = await startService(folder);
    const ask = await service.asker('demo');
    const { keyId } = (await ask('/upload-key/', { file: service.keyFile('good.json') })).json;
    await service.stop();

    const again = await startService(folder);
    const askAgain = await again.asker('demo');
    const body = { keyId, purposes: ['import'] };
    expect(await askAgain('/validate-connection/', { body })).toMatchObject({
      status: 200,
      json: { outcome: 'passed' },
    });
    await again.stop();
  });

  test('ends with code 0 on SIGTERM too', async () => {
    const started = spawnService(stateFolder(), '0');
    await started.says(/Ready/);
    await started.stop('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  test('loses nothing that was answered when it is killed', async () => {
    const folder = stateFolder();
    const service = await startService(folder);
    const ask = await service.asker('demo');
    const { keyId } = (await ask('/upload-key/', { file: service.keyFile('good.json') })).json;
    await service.stop('SIGKILL');

    const again = await startService(folder);
    const askAgain = await again.asker('demo');
    expect((await askAgain(`/browse-tables/?keyId=${String(keyId)}`)).status).toBe(200);
    await again.stop();
  });

  test('keeps the folder to its owner', async () => {
    const folder = stateFolder();
    const service = await startService(join(folder, 'state'));
    const modes = [
      '',
      'state.db',
      'keys',
      'keys/good.json',
      'sandbox-keys.json',
      'issuer.json',
    ].map((name) => statSync(join(folder, 'state', name)).mode & 0o077);
    expect(modes).toEqual([0, 0, 0, 0, 0, 0]);
    await service.stop();
  });

  test.skipIf(process.platform !== 'linux')('listens on this machine alone', async () => {
    const service = await startService(stateFolder());
    const everywhere = readFileSync(`/proc/net/tcp`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state]) => state === '0A')
      .map(([, address = '']) => address.split(':'))
      .filter(([, port = '']) => parseInt(port, 16) === Number(service.port));
    expect(everywhere).toEqual([['0100007F', expect.any(String)]]);
    await service.stop();
  });
});

describe('npm start says in one sentence what is in its way:', () => {
  test('a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      other.close();
    });
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal(stateFolder(), String(port))).toMatch(/port is taken.*PORT=/i);
  });

  test.each(['no number', '-1', '65536', '1.5'])('a PORT of %j', async (port) => {
    expect(await refusal(stateFolder(), port)).toMatch(/PORT must be/);
  });

  test('an option that it does not know', async () => {
    expect(await refusal(stateFolder(), '0', ['--googel'])).toMatch(/--googel/);
  });

  test('a database that is none', async () => {
    const folder = stateFolder();
    writeFileSync(join(folder, 'state.db'), 'this is no database, whatever its name says', {
      mode: 0o600,
    });
    expect(await refusal(folder)).toMatch(/state\.db/);
  });

  test('a file of sample keys that cannot be read', async () => {
    const folder = stateFolder();
    writeFileSync(join(folder, 'sandbox-keys.json'), '{"good.json":', { mode: 0o600 });
    expect(await refusal(folder)).toMatch(/sandbox-keys\.json cannot be read; remove/);
  });

  test.each(['issuer.json', 'page-token.key'])('%s that cannot be read', async (name) => {
    const folder = stateFolder();
    writeFileSync(join(folder, name), 'none', { mode: 0o600 });
    const said = await refusal(folder);
    expect(said).toContain(`${name} cannot be read; remove it`);
    expect(said).not.toContain('none');
  });

  test('a file where the folder of the sample keys should be', async () => {
    const folder = stateFolder();
    writeFileSync(join(folder, 'keys'), '');
    expect(await refusal(folder)).toMatch(/keys is in the way \(EEXIST\): move it away/);
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    const folder = stateFolder();
    chmodSync(folder, 0o500);
    expect(await refusal(folder)).toMatch(/right/);
  });

  test('another process that uses the folder', async () => {
    const folder = stateFolder();
    const service = await startService(folder);
    expect(await refusal(folder)).toMatch(/Another process is using the folder/);
    await service.stop();
  });
});
