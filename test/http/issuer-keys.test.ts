import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { jwk, token } from '../support/issuer.ts';
import { listen } from '../support/listen.ts';

/** An issuer that counts how often it is asked, and can be told to fail. */
async function issuer() {
  const state = { asked: 0, status: 200, body: JSON.stringify({ keys: [jwk] }) };
  const origin = await listen((_request, response) => {
    state.asked += 1;
    response.writeHead(state.status, { location: '/elsewhere' }).end(state.body);
  });
  return { state, origin };
}

describe('THREATS 7: the issuer’s keys', () => {
  test('are fetched once for a flood of unknown key ids', async () => {
    const { state, origin } = await issuer();
    const keys = issuerKeys(origin);

    const made = await Promise.all(
      Array.from({ length: 20 }, (_, i) => token({}, { kid: `kid-${String(i)}` })),
    );
    const refused = await Promise.allSettled(made.map((forged) => jwtVerify(forged, keys)));

    expect(refused.every(({ status }) => status === 'rejected')).toBe(true);
    expect(state.asked).toBe(1);
    await expect(jwtVerify(await token(), keys)).resolves.toBeDefined();
  });

  test('go on serving while the issuer is down, for a day', async () => {
    const { state, origin } = await issuer();
    let now = 0;
    const keys = issuerKeys(origin, () => now);
    await jwtVerify(await token(), keys);
    state.status = 500;

    now = 20 * 60 * 60 * 1000;
    await expect(jwtVerify(await token(), keys)).resolves.toBeDefined();
  });

  test.each([
    ['is down', { status: 500 }],
    ['redirects', { status: 302 }],
    ['talks nonsense', { body: '<html>' }],
    ['sends too much', { body: `{"keys":[],"x":"${'x'.repeat(300_000)}"}` }],
  ])(
    'are not there when the issuer %s, and it is not asked again for 30 s',
    async (_name, fault) => {
      const { state, origin } = await issuer();
      Object.assign(state, fault);
      let now = 0;
      const keys = issuerKeys(origin, () => now);

      const good = await token();
      await expect(jwtVerify(good, keys)).rejects.toMatchObject({ name: 'IssuerUnavailable' });
      await expect(jwtVerify(good, keys)).rejects.toMatchObject({ name: 'IssuerUnavailable' });
      expect(state.asked).toBe(1);

      Object.assign(state, { status: 200, body: JSON.stringify({ keys: [jwk] }) });
      now = 31_000;
      await expect(jwtVerify(good, keys)).resolves.toBeDefined();
    },
  );
});
