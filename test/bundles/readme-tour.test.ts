import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { tourOfReadme } from '../service/readme.ts';
import {
  newStateFolder,
  removeFolder,
  type RunningService,
  startService,
} from '../service/running-service.ts';
import { mask, takeTour } from '../service/take-tour.ts';

const options = emulatorJar() === undefined ? [] : ['--bundles', '--emulators'];

describe.skipIf(options.length === 0)('with Java and Google’s Firestore emulator', () => {
  describe.each(options)('npm start -- %s', (option) => {
    const stateFolder = newStateFolder();
    const scratch = mkdtempSync(join(tmpdir(), 'tour-'));
    let service: RunningService;
    beforeAll(async () => {
      service = await startService(stateFolder, [option, '--wide-limits']);
    });
    afterAll(async () => {
      await service.stop();
      removeFolder(stateFolder);
      removeFolder(scratch);
    });

    test('serves the tour of the README', async () => {
      const steps = tourOfReadme();

      const printed = await takeTour(steps, service, scratch);

      expect(printed.map(mask)).toEqual(steps.map(({ output = '' }) => mask(output)));
    });

    test('lets nobody ask for a check (THREATS 59)', async () => {
      const ask = await service.asker('demo');
      const body = { workspace: 'demo', connectorId: `con-${'0'.repeat(26)}` };

      expect(await ask('/check-connector/', { body })).toMatchObject({
        status: 401,
        json: { code: 'token-refused' },
      });
      expect(await service.fetch('/check-connectors/', { method: 'POST' })).toMatchObject({
        status: 401,
        json: { code: 'token-missing' },
      });
    });

    test.runIf(option === '--bundles')('has its schedule ask the bundles', async () => {
      const line = await service.logged('"account":"check-schedule@.*"status":200');

      expect(JSON.parse(line)).toMatchObject({
        message: 'request',
        facts: { function: 'check-connectors', status: 200 },
      });
    });
  });
});
