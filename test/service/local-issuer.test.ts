import { decodeJwt } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { authorizationAt, redeem, walk } from '../support/code-flow.ts';
import { issuerAlone } from '../support/issuer-alone.ts';
import { quietLog } from '../support/quiet-log.ts';

let origin: string;
beforeAll(async () => {
  origin = await issuerAlone();
});
beforeEach(() => {
  quietLog();
});

const codeOf = ({ location }: { location: URL | undefined }) =>
  location?.searchParams.get('code') ?? undefined;

describe('the laptop’s issuer', () => {
  test.each([
    [undefined, 'editor', 'demo'],
    ['viewer@demo', 'viewer', 'demo'],
    ['editor@other', 'editor', 'other'],
    ['owner@bank', 'editor', 'demo'],
  ])('signs in whom the page names (%s), or its usual editor', async (hint, role, workspace) => {
    const arrived = await walk(authorizationAt(origin, { login_hint: hint }));
    const { status, json } = await redeem(origin, { code: codeOf(arrived) });

    expect(arrived.location?.searchParams.get('state')).toBe('a-state');
    expect([status, json.token_type]).toEqual([200, 'Bearer']);
    const { iss, aud, sub, ...claims } = decodeJwt(String(json.access_token));
    expect({ iss, aud, sub, ...claims }).toMatchObject({
      iss: `${origin}/issuer`,
      aud: 'urn:bigquery-connector:api',
      sub: `${role}@${workspace}`,
      role,
      workspace,
    });
  });

  test('gives a new token for a refresh token once; who uses it twice ends the session', async () => {
    const arrived = await walk(authorizationAt(origin));
    const first = await redeem(origin, { code: codeOf(arrived) });
    const renewal = (json: Record<string, unknown>) => ({
      grant_type: 'refresh_token',
      refresh_token: String(json.refresh_token),
      redirect_uri: undefined,
      code_verifier: undefined,
    });

    const second = await redeem(origin, renewal(first.json));
    const again = await redeem(origin, renewal(first.json));
    const afterwards = await redeem(origin, renewal(second.json));

    expect(second.status).toBe(200);
    expect(second.json.access_token).not.toBe(first.json.access_token);
    expect([again.json.error, afterwards.json.error]).toEqual(['invalid_grant', 'invalid_grant']);
  });

  test.each([
    ['another site', { redirect_uri: 'https://evil.example/signed-in' }],
    ['another port', { redirect_uri: 'http://localhost:1/signed-in' }],
    ['this machine by its number', { redirect_uri: 'http://127.0.0.1/signed-in' }],
    ['another path', { redirect_uri: 'http://localhost/signed-in/../evil' }],
    ['a client that it does not know', { client_id: 'evil' }],
  ])('leads with a code to no other place: %s', async (_what, changed) => {
    const { location, status, text } = await walk(authorizationAt(origin, changed));

    expect([location, status]).toEqual([undefined, 400]);
    expect(text).not.toContain('code=');
    expect(text).toContain(`\nOpen the page again: ${origin}/\n`);
  });

  test('leads to the page under its one address, not under the number of this machine', async () => {
    const byNumber = origin.replace('localhost', '127.0.0.1');

    const { location } = await walk(
      authorizationAt(origin, { redirect_uri: `${byNumber}/signed-in` }),
    );

    expect(location).toBeUndefined();
  });

  test.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with a challenge that is the verifier', { code_challenge_method: 'plain' }],
    ['for a token at once', { response_type: 'token' }],
    ['for an ID token at once', { response_type: 'id_token', nonce: 'x' }],
  ])('gives no code %s', async (_what, changed) => {
    const { location } = await walk(authorizationAt(origin, changed));

    expect(location?.search ?? '').not.toMatch(/code=|token=/);
    expect(`${location?.search ?? ''}${location?.hash ?? ''}`).toContain('error=');
  });

  test('redeems a code only for who began, and once', async () => {
    const code = codeOf(await walk(authorizationAt(origin)));
    const stranger = await redeem(origin, { code, code_verifier: 'x'.repeat(43) });
    const without = await redeem(origin, { code, code_verifier: undefined });
    const elsewhere = await redeem(origin, { code, redirect_uri: `${origin}/elsewhere` });
    const good = codeOf(await walk(authorizationAt(origin)));
    await redeem(origin, { code: good });
    const twice = await redeem(origin, { code: good });

    for (const { status, json } of [stranger, without, elsewhere, twice]) {
      expect([status, json.error]).toEqual([400, 'invalid_grant']);
    }
  });

  test('gives the page’s client no token without a sign-in, whatever workspace it names', async () => {
    const { status, json } = await redeem(origin, {
      grant_type: 'client_credentials',
      workspace: 'demo',
      role: 'editor',
    });

    expect([status, json]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
  });

  test.each([
    ['origin', 'https://evil.example'],
    ['origin', 'http://localhost:1'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ])('is nobody’s whose request bears %s: %s', async (name, value) => {
    const headers = { [name]: value };
    const led = await walk(authorizationAt(origin), headers);
    const redeemed = await redeem(origin, { code: 'x' }, headers);

    expect([led.location, led.status]).toEqual([undefined, 403]);
    expect([redeemed.status, redeemed.json.code]).toEqual([403, 'host-refused']);
    expect(redeemed.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('leads a browser that keeps no cookies nowhere, rather than in circles', async () => {
    const { location } = await walk(authorizationAt(origin), {}, { keepsCookies: false });

    expect(location).toBeUndefined();
  });

  test('keeps its session from other sites and from scripts', async () => {
    const answer = await fetch(authorizationAt(origin), { redirect: 'manual' });
    const set = answer.headers.getSetCookie();

    expect(set.length).toBeGreaterThan(0);
    for (const cookie of set) expect(cookie).toMatch(/; httponly/i);
    for (const cookie of set) expect(cookie).toMatch(/; samesite=lax/i);
  });
});
