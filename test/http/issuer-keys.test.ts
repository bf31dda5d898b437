import { jwtVerify } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { jwk, token } from '../support/issuer.ts';
import { listen } from '../support/listen.ts';

/** As long as `expect.poll` waits: of itself `vi.waitFor` gives up after a second. */
const waitMs = 60_000;

const minute = 60 * 1000;
/** Whoever need not wait for the issuer's whole answer does not wait at all. */
const noPatience = async () => Promise.resolve();
/** Whatever a busy machine takes to answer. */
const patience = async () => new Promise<void>(() => undefined);

/** An issuer that counts how often it is asked, and can be told to fail. */
async function issuer() {
  const state = { asked: 0, hangs: false, status: 200, body: JSON.stringify({ keys: [jwk] }) };
  /** What it was asked and has neither answered nor been left alone with. */
  const waiting = new Set<() => void>();
  const origin = await listen((_request, response) => {
    state.asked += 1;
    const answer = () => {
      response.writeHead(state.status, { location: '/elsewhere' }).end(state.body);
    };
    if (!state.hangs) {
      answer();
      return;
    }
    waiting.add(answer);
    response.once('close', () => waiting.delete(answer));
  });
  return { state, origin, waiting };
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

  test('of ten minutes ago serve on while the issuer hangs, and what it says at last counts', async () => {
    const { state, origin, waiting } = await issuer();
    let now = 0;
    const keys = issuerKeys(origin, () => now, noPatience);
    const good = await token();
    await jwtVerify(good, keys);
    state.hangs = true;

    now = 11 * minute;
    await jwtVerify(good, keys);
    await vi.waitFor(() => {
      expect(state.asked).toBe(2);
    }, waitMs);
    await jwtVerify(good, keys);
    expect([...waiting]).toHaveLength(1);

    state.body = JSON.stringify({ keys: [] });
    for (const answer of waiting) answer();
    await vi.waitFor(async () => {
      await expect(jwtVerify(good, keys)).rejects.toMatchObject({
        code: 'ERR_JWKS_NO_MATCHING_KEY',
      });
    }, waitMs);
  });

  test('are waited for in full by a token of a key that nobody knows yet', async () => {
    const { state, origin, waiting } = await issuer();
    let now = 0;
    const keys = issuerKeys(origin, () => now, noPatience);
    const good = await token();
    state.body = JSON.stringify({ keys: [{ ...jwk, kid: 'the-one-before' }] });
    await expect(jwtVerify(good, keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    Object.assign(state, { hangs: true, body: JSON.stringify({ keys: [jwk] }) });

    now = 11 * minute;
    const verified = jwtVerify(good, keys);
    await vi.waitFor(() => {
      expect(waiting.size).toBe(1);
    }, waitMs);
    const others = Array.from({ length: 5 }, async () => jwtVerify(good, keys));
    for (const answer of waiting) answer();
    await expect(Promise.all([verified, ...others])).resolves.toHaveLength(6);
    expect(state.asked).toBe(2);
  });

  test('that were withdrawn serve nobody after ten minutes, where the issuer answers', async () => {
    const { state, origin } = await issuer();
    let now = 0;
    const keys = issuerKeys(origin, () => now, patience);
    const good = await token();
    await jwtVerify(good, keys);
    state.body = JSON.stringify({ keys: [] });

    now = 11 * minute;
    await expect(jwtVerify(good, keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  test('of an hour ago are waited for in full, but not again before an hour is over', async () => {
    const { state, origin, waiting } = await issuer();
    let now = 0;
    const keys = issuerKeys(origin, () => now, noPatience);
    const good = await token();
    await jwtVerify(good, keys);
    Object.assign(state, { hangs: true, status: 500 });

    now = 61 * minute;
    let over = false;
    const verified = jwtVerify(good, keys).then(() => {
      over = true;
    });
    await vi.waitFor(() => {
      expect(waiting.size).toBe(1);
    }, waitMs);
    expect(over).toBe(false);
    for (const answer of waiting) answer();
    await verified;

    now = 62 * minute;
    await jwtVerify(good, keys);
    await vi.waitFor(() => {
      expect(state.asked).toBe(3);
    }, waitMs);
    expect(waiting.size).toBe(1);
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
