import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectBigQuery } from './example/connect-bigquery.ts';
import { root, type RunningService, withService } from './running-service.ts';

let running: RunningService;
withService((service) => {
  running = service;
});

const connect = async (name: string, keyFile: Blob) =>
  connectBigQuery(
    { origin: running.origin, token: async () => running.token('example') },
    name,
    keyFile,
  );
const sample = (file: string) => new Blob([Uint8Array.from(running.keyFile(file))]);

test('the example of the README is the one that is tried here', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const example = readFileSync(join(import.meta.dirname, 'example/connect-bigquery.ts'), 'utf8');

  const [, shown] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];

  expect(shown).toBe(example.replaceAll('../../../functions/settings-page/page/api/', './'));
});

test('the example connects, and says what is refused and what has to be mended', async () => {
  expect(await connect('Newsletter', sample('good.json'))).toEqual({
    connectorId: expect.stringMatching(/^con-/) as string,
  });
  expect(await connect('Newsletter again', new Blob(['{}']))).toEqual({
    refused: expect.stringContaining('service-account key') as string,
  });
  expect(await connect('No rights', sample('no-rights.json'))).toEqual({
    toMend: expect.arrayContaining([
      expect.stringMatching(/^The account may run queries: Ask whoever administers/),
    ]) as string[],
  });
});
