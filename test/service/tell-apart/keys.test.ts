import { describe, expect, test } from 'vitest';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import { asking, brief, type Check } from './asking.ts';

/** Every row of the list of checks by what it has to tell apart, each cause by its own word. */
const service = asking();
const { says } = service;
const { uploadSays } = service;
const bytes = (text: string) => Buffer.from(text);
const file = (name: string) => service.keyFile(name).toString();
const json = (name: string) => JSON.parse(file(name)) as Record<string, string>;

describe('A. The key itself', () => {
  test('A1 braces missing, JSON in a JSON string, smart quotes, base64 of a key, PEM, .p12, HTML of a login page, empty file', async () => {
    const good = file('good.json').trim();
    expect(await uploadSays(good.slice(1, -1))).toBe('A1 warning missing-braces-repaired');
    expect(await uploadSays(JSON.stringify(good))).toBe('A1 warning json-in-a-string-repaired');
    const smart = good.replace(/"([^"]*)"/g, '“$1”');
    expect(await uploadSays(smart)).toBe('A1 warning smart-quotes-repaired');
    expect(await uploadSays(bytes(good).toString('base64'))).toBe('A1 warning base64-repaired');
    expect(await uploadSays(file('key.pem'))).toBe('A1 failed pem');
    expect(await uploadSays(service.keyFile('certificate.p12'))).toBe('A1 failed pkcs12');
    expect(await uploadSays(file('not-json.html'))).toBe('A1 failed html');
    expect(await uploadSays('\n')).toBe('A1 failed empty-file');
  });

  test('A2 authorized_user, external_account, impersonated_service_account, OAuth client (installed/web), API key', async () => {
    const kinds = ['authorized_user', 'external_account', 'impersonated_service_account'];
    for (const type of kinds) {
      const told = await uploadSays(JSON.stringify({ type, token_url: 'https://example.com' }));
      expect(told).toBe(`A2 failed ${type.replaceAll('_', '-')}`);
    }
    for (const name of ['installed', 'web']) {
      const client = { [name]: { client_id: 'x', client_secret: 'y' } };
      expect(await uploadSays(JSON.stringify(client))).toBe('A2 failed oauth-client');
    }
    expect(await uploadSays(`AIza${'x'.repeat(35)}`)).toBe('A1 failed api-key');
  });

  test('A3 "the file was edited; download a new one"; older files lack universe_domain: that is fine', async () => {
    const { private_key_id: _, ...without } = json('good.json');
    expect(await uploadSays(JSON.stringify(without))).toBe('A3 failed field-missing');
    expect(await uploadSays(file('edited-token-uri.json'))).toBe('A3 failed url-foreign');
    const other = { ...json('good.json'), universe_domain: 'example.com' };
    expect(await uploadSays(JSON.stringify(other))).toBe('A3 failed url-foreign');
    const { universe_domain: __, ...older } = json('reader-of-one-table.json');
    expect(await uploadSays(JSON.stringify(older))).toBe('');
  });

  test('A4 repair literal \\n, CRLF, lost line breaks; cut off: say where', async () => {
    const key = json('good.json');
    const pem = key.private_key ?? '';
    const shaped = async (text: string) =>
      uploadSays(JSON.stringify({ ...key, private_key: text }));
    expect(await shaped(pem.replaceAll('\n', '\\n'))).toMatch(/^A4 warning .*repaired$/);
    expect(await shaped(pem.replaceAll('\n', '\r\n'))).toMatch(/^A4 warning .*repaired$/);
    expect(await shaped(pem.replaceAll('\n', ''))).toMatch(/^A4 warning .*repaired$/);
    expect(await shaped(pem.slice(0, 800))).toBe('A4 failed cut-off');
    expect(await uploadSays(file('ec-key.json'))).toMatch(/^A4 failed /);
  });

  test('A5 the same key already used in this workspace (warning, names the connector); in another workspace: nothing is said', async () => {
    const upload = async (as: typeof service.ask) =>
      (await as('/upload-key/', { file: service.keyFile('reader-of-one-table.json') })).json;
    const { keyId } = await upload(service.ask);
    const body = { keyId, purposes: ['import'], uniqueContactField: subscribersEmail };
    const { validationId } = (await service.ask('/validate-connection/', { body })).json;
    await service.ask('/save-connector/', { body: { name: 'First of two', validationId } });
    const again = (await upload(service.ask)).warnings as Check[];
    expect(again.map(brief)).toEqual(['A5 warning key-known']);
    expect(again[0]?.detail).toContain('“First of two”');
    expect((await upload(await service.asker('elsewhere'))).warnings).toEqual([]);
  });
});

describe('B. The identity', () => {
  test('B1 account deleted; key deleted or disabled; private key and key id from different files; expires in N days', async () => {
    expect(brief(await says('deleted-account', 'B1'))).toBe('B1 failed account-gone');
    expect(brief(await says('deleted-key', 'B1'))).toBe('B1 failed key-gone');
    expect(brief(await says('mismatched-key-id', 'B1'))).toBe('B1 failed key-mixed');
    expect(brief(await says('expired-key', 'B1'))).toBe('B1 failed expired');
    const soon = await says('expires-soon', 'B1');
    expect(brief(soon)).toBe('B1 warning expires-soon');
    expect(soon.detail).toMatch(/in 1[12] days/);
  });

  test('B2 Invalid JWT Signature, account not found, account disabled, "reasonable timeframe" = our clock', async () => {
    expect(brief(await says('deleted-key', 'B2'))).toBe('B2 failed key-gone');
    expect(brief(await says('deleted-account', 'B2'))).toBe('B2 failed account-gone');
    expect(brief(await says('disabled-account', 'B2'))).toBe('B2 failed account-disabled');
    await service.fault({
      operation: 'token',
      status: 400,
      headers: { Date: new Date(Date.now() - 600_000).toUTCString() },
      body: {
        error: 'invalid_grant',
        error_description:
          'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      },
    });
    const clock = await says('good', 'B2');
    expect(brief(clock)).toBe('B2 inconclusive clock');
    expect(clock.detail).toContain('our fault');
    expect(Number(clock.evidence?.skewSeconds)).toBeGreaterThan(590);
  });
});
