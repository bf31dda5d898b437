import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tourOfReadme } from './readme.ts';
import { mask, takeTour } from './take-tour.ts';
import { newStateFolder, removeFolder, startService } from './running-service.ts';

const stateFolder = newStateFolder();
const scratch = mkdtempSync(join(tmpdir(), 'tour-'));
afterAll(() => {
  removeFolder(stateFolder);
  removeFolder(scratch);
});

test('the tour of the README works as it stands, twice, and its connector outlives a restart', async () => {
  const steps = tourOfReadme();
  expect(steps.length).toBeGreaterThanOrEqual(8);

  const service = await startService(stateFolder, []);
  const first = await takeTour(steps, service, scratch);
  expect(first.map(mask)).toEqual(steps.map(({ output = '' }) => mask(output)));

  const second = await takeTour(steps, service, scratch);
  expect(second).toHaveLength(steps.length);
  expect(mask(second.at(-1) ?? '')).toBe(mask(steps.at(-1)?.output ?? ''));
  await service.stop();

  const restarted = await startService(stateFolder, []);
  const ask = await restarted.asker('demo');
  const { connectors } = (await ask('/list-connectors/')).json;
  expect(connectors).toHaveLength(2);
  await restarted.stop();
});
