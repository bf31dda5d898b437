import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { tourOfReadme } from '../service/readme.ts';
import { newStateFolder, removeFolder, startService } from '../service/running-service.ts';
import { mask, takeTour } from '../service/take-tour.ts';

const stateFolder = newStateFolder();
const scratch = mkdtempSync(join(tmpdir(), 'tour-'));
afterAll(() => {
  removeFolder(stateFolder);
  removeFolder(scratch);
});

describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  test.each(['--bundles', '--emulators'])(
    'the tour of the README works with %s',
    async (option) => {
      const steps = tourOfReadme();
      const service = await startService(stateFolder, [option, '--wide-limits']);

      const printed = await takeTour(steps, service, scratch);

      expect(printed.map(mask)).toEqual(steps.map(({ output = '' }) => mask(output)));
      await service.stop();
    },
  );
});
