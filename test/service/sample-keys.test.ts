import { describe, expect, test } from 'vitest';
import { sampleKeys } from '../../sandbox/sample-keys.ts';
import { type Answer, type RunningService, withService } from './running-service.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

let service: RunningService;
let ask: Awaited<ReturnType<RunningService['asker']>>;
withService(async (started) => {
  service = started;
  ask = await service.asker('demo');
});

interface Check {
  id: string;
  outcome: string;
  detail: string;
  remedy?: { text: string };
}

const upload = async (file: string): Promise<Answer> =>
  ask('/upload-key/', { file: service.keyFile(file) });

describe('a sample key tells its story', () => {
  const told = (at: string, outcome: string) =>
    sampleKeys.filter((sample) => sample.at === at && sample.outcome === outcome);

  test('and there are at least fourteen of them', () => {
    expect(sampleKeys.length).toBeGreaterThanOrEqual(14);
  });

  test.each(told('upload-key', 'failed'))(
    '$file is refused by $check: $story',
    async ({ file, check }) => {
      const { status, json } = await upload(file);
      const checks = json.checks as Check[];
      const failed = checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
      expect({ status, failed }).toEqual({ status: 422, failed: [check] });
    },
  );

  test.each(told('upload-key', 'warning'))(
    '$file is mended by $check: $story',
    async ({ file, check }) => {
      const { status, json } = await upload(file);
      const warned = (json.warnings as Check[]).map(({ id }) => id);
      expect({ status, warned }).toEqual({ status: 201, warned: [check] });

      const validated = await validate(String(json.keyId));
      expect(validated.json).toMatchObject({ outcome: 'passed', readyToSave: true });
    },
  );

  test.each(sampleKeys.filter(({ at }) => at === 'validate-connection'))(
    '$file: $outcome $check: $story',
    async ({ file, purpose, outcome, check }) => {
      const { keyId } = (await upload(file)).json;
      const { status, json } = await validate(String(keyId), purpose);

      expect({ status, outcome: json.outcome }).toEqual({ status: 200, outcome });
      const told = (json.checks as Check[]).find(
        (each) => each.outcome !== 'passed' && each.outcome !== 'skipped',
      );
      expect(told?.id).toBe(check);
      if (check === undefined) return;
      expect(told?.outcome).toBe(outcome);
      expect(told?.remedy?.text).toMatch(/\w/);
    },
  );

  async function validate(keyId: string, purpose = 'import'): Promise<Answer> {
    const subject =
      purpose === 'export'
        ? { exportDataset: { dataset: 'exports' } }
        : { uniqueContactField: subscribersEmail };
    return ask('/validate-connection/', { body: { keyId, purposes: [purpose], ...subject } });
  }
});
