import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { privateKeyPem } from '../support/make-key.ts';
import { sampleKey } from '../support/sample-records.ts';
import { rehearseCheck } from './checks/rehearse-check.ts';
import { killedEverywhere } from './two-stores/killed-everywhere.ts';
import type { Stage } from './two-stores/stage.ts';
import { stages } from './two-stores/stages.ts';
import { openTheatre } from './two-stores/theatre.ts';

/** Two stores and a topic cannot change at once. */
describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  let theatre: Awaited<ReturnType<typeof openTheatre>>;
  let newStage: () => Stage;
  beforeAll(async () => {
    theatre = await openTheatre(['save-connector', 'check-connector', 'check-connectors']);
    newStage = stages(theatre, sampleKey({ privateKey: privateKeyPem() }));
    const { port = 0 } = theatre.others.get('check-connectors') ?? {};
    theatre.platform.machines.reach('check-connectors', port);
  });
  afterAll(async () => {
    await theatre.close();
  });

  test('check-connector, killed between any two steps, loses no break, and tells of it under one id', async () => {
    const seen: string[][] = [];
    const found = await killedEverywhere(
      theatre.platform,
      'check-connector',
      async (instance, kill) => {
        const rehearsed = await rehearseCheck(theatre, newStage(), instance, kill);
        seen.push([...rehearsed.changes]);
        return rehearsed;
      },
    );

    expect(found).toEqual([]);
    expect(seen[0]).toEqual([
      'Secret Manager PATCH',
      'Secret Manager PATCH',
      'Firestore commit',
      'Pub/Sub publish',
      'Firestore commit',
    ]);
  });
});
