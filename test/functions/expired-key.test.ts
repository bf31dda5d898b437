import { dayMs, tendedConnector } from '../support/tended-connector.ts';
import { beforeEach, expect, test } from 'vitest';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';

beforeEach(() => {
  quietLog();
});

test.each(['GET browse-tables/?keyId=', 'POST validate-connection/'])(
  'THREATS 19: %s a key that nobody saved is gone after 25 hours, though nothing has deleted it yet',
  async (call) => {
    const { asker, seed, clock } = await runningFunctions();
    const { keyId } = await seed('acme');
    clock.moveTo(new Date(clock.now().getTime() + 25 * 60 * 60 * 1000));

    const answer = call.startsWith('GET')
      ? asker('acme')(`${call}${keyId}`)
      : asker('acme')(call, { body: { keyId, purposes: ['import'] } });
    expect(await answer).toMatchObject({ status: 404, json: { code: 'key-not-found' } });
  },
);

test('a key that its connector left is about to be destroyed, too: to return to it by a validation comes too late', async () => {
  const stage = await tendedConnector();
  const { saved, rotate, edit, seed, pass, isThere } = stage;
  const rotated = await rotate(saved);
  pass(6.95 * dayMs);
  const { validationId } = await seed('acme', { keyId: saved.keyId });

  expect(await edit(rotated, { validationId })).toMatchObject({ code: 'key-expiring' });
  expect(await isThere(rotated.keyId)).toBe(true);
});
