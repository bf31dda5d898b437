import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { killedEverywhere } from './two-stores/killed-everywhere.ts';
import { operations } from './two-stores/operations.ts';
import { rehearse } from './two-stores/rehearse.ts';
import { rehearseUpload } from './two-stores/rehearse-upload.ts';
import type { Stage } from './two-stores/stage.ts';
import { stages } from './two-stores/stages.ts';
import { openTheatre } from './two-stores/theatre.ts';

/**
 * Firestore and Secret Manager cannot change at once. So each function's process is killed before and after everything
 * that it changes at Google, however much that is; whatever it leaves, the next health check makes good.
 */
describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  let theatre: Awaited<ReturnType<typeof openTheatre>>;
  let newStage: () => Stage;
  beforeAll(async () => {
    theatre = await openTheatre(['upload-key', 'save-connector', 'delete-connector']);
    newStage = stages(theatre);
  });
  afterAll(async () => {
    await theatre.close();
  });

  test.each(Object.entries(operations))(
    '%s, killed between any two steps, leaves what heals',
    async (_, operation) => {
      const found = await killedEverywhere(theatre.platform, operation.of, (instance, kill) =>
        rehearse(theatre, operation, newStage(), instance, kill),
      );

      expect(found).toEqual([]);
    },
  );

  test('POST upload-key, killed between any two steps, leaves what goes by itself', async () => {
    const found = await killedEverywhere(theatre.platform, 'upload-key', (instance, kill) =>
      rehearseUpload(theatre, newStage(), instance, kill),
    );

    expect(found).toEqual([]);
  });
});
