import { createLocalJWKSet } from 'jose';
import { describe, expect, test } from 'vitest';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { googleJwksUri, machineVerifier } from '../../shared/http/verify-machine.ts';
import { jwk } from '../support/issuer.ts';
import { listen } from '../support/listen.ts';
import {
  asked,
  audience,
  codeOf,
  queue,
  rules,
  token,
  verifier,
} from '../support/machine-token.ts';

const seconds = Math.floor(Date.now() / 1000);

describe('a machine that calls', () => {
  test('is the one service account that Google’s token names', async () => {
    expect(await verifier(asked([`Bearer ${await token()}`]))).toEqual({ account: queue });
  });

  test('may have the issuer without its https://, and a clock 20 s off', async () => {
    expect(await codeOf(await token({ iss: 'accounts.google.com' }))).toBe('let in');
    expect(await codeOf(await token({ exp: seconds - 20 }))).toBe('let in');
  });

  test('may be one of two, where a function has two callers', async () => {
    const schedule = 'schedule@acme-platform.iam.gserviceaccount.com';
    const both = machineVerifier(
      { audience, accounts: [schedule, queue] },
      createLocalJWKSet({ keys: [jwk] }),
      () => new Date(),
    );

    expect(await both(asked([`Bearer ${await token({ email: schedule })}`]))).toEqual({
      account: schedule,
    });
  });

  test('is asked to come again while Google’s keys cannot be read', async () => {
    const origin = await listen((_request, response) => response.writeHead(500).end());
    const unknowing = machineVerifier(rules, issuerKeys(origin), () => new Date());

    await expect(unknowing(asked([`Bearer ${await token()}`]))).rejects.toMatchObject({
      code: 'issuer-unavailable',
      retryAfterSeconds: 30,
    });
  });

  test('is known by the keys that Google publishes', () => {
    expect(googleJwksUri).toBe('https://www.googleapis.com/oauth2/v3/certs');
  });
});
