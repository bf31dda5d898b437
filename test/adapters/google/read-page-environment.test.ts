import { describe, expect, test } from 'vitest';
import { readPageEnvironment } from '../../../shared/adapters/google/read-page-environment.ts';
import { deployedPageVariables as deployed } from '../../support/deployed-variables.ts';

/** What the variables say, or what is said about them. */
function read(env: Record<string, string | undefined>) {
  const refusals: string[] = [];
  try {
    return readPageEnvironment(env, (sentences) => {
      refusals.push(...sentences);
      throw new Error('refused');
    });
  } catch {
    return refusals;
  }
}

describe('the environment of the page', () => {
  test('is what the variables say', () => {
    expect(read({ ...deployed, HOME: '/root' })).toEqual({
      pageUrl: 'https://europe-west1-acme.cloudfunctions.net/settings-page',
      functionsUrl: 'https://europe-west1-acme.cloudfunctions.net',
      signIn: {
        issuer: 'https://issuer.example',
        clientId: 'settings-page',
        scope: 'openid',
        authorizationEndpoint: 'https://issuer.example/authorize?p=sign-in',
        tokenEndpoint: 'https://issuer.example/token',
        parameters: {},
      },
    });
  });

  test('may name more scopes, and what the issuer wants to be told beside', () => {
    const more = {
      SIGN_IN_SCOPE: 'openid offline_access api://x/all',
      SIGN_IN_PARAMETERS: 'audience=urn:bigquery-connector:api&prompt=select%20account',
    };

    expect(read({ ...deployed, ...more })).toMatchObject({
      signIn: {
        scope: 'openid offline_access api://x/all',
        parameters: { audience: 'urn:bigquery-connector:api', prompt: 'select account' },
      },
    });
  });

  test('tells everything that is missing, a sentence a variable', () => {
    expect(read({})).toEqual([
      'PAGE_URL must be the https URL at which the page is opened, without a slash at its end.',
      'FUNCTIONS_URL must be the https URL below which the functions lie, without a slash at its end.',
      'TOKEN_ISSUER must be the https URL that access tokens name as their issuer (iss).',
      'SIGN_IN_CLIENT_ID must be the client id under which the issuer knows the page.',
      'SIGN_IN_AUTHORIZATION_ENDPOINT must be the https URL of the issuer’s authorization endpoint.',
      'SIGN_IN_TOKEN_ENDPOINT must be the https URL of the issuer’s token endpoint, without a query.',
    ]);
  });

  test.each([
    ['PAGE_URL', 'https://app.example/'],
    ['PAGE_URL', 'https://app.example/page?x=1'],
    ['PAGE_URL', 'https://app.example/a;script-src *'],
    ['PAGE_URL', 'http://app.example'],
    ['PAGE_URL', 'https://localhost/page'],
    ['PAGE_URL', 'https://user@app.example'],
    ['FUNCTIONS_URL', 'https://*.cloudfunctions.net'],
    ['FUNCTIONS_URL', 'https://app.example https://evil.example'],
    ['FUNCTIONS_URL', 'https://app.example/functions/'],
    ['FUNCTIONS_URL', 'app.example'],
    ['TOKEN_ISSUER', 'http://issuer.example'],
    ['SIGN_IN_CLIENT_ID', ''],
    ['SIGN_IN_CLIENT_ID', 'two words'],
    ['SIGN_IN_SCOPE', ''],
    ['SIGN_IN_SCOPE', 'openid  profile'],
    ['SIGN_IN_AUTHORIZATION_ENDPOINT', 'javascript:alert(1)'],
    ['SIGN_IN_AUTHORIZATION_ENDPOINT', 'http://issuer.example/authorize'],
    ['SIGN_IN_TOKEN_ENDPOINT', 'https://issuer.example/token?x'],
    ['SIGN_IN_TOKEN_ENDPOINT', "https://issuer.example/token 'unsafe-inline'"],
    ['SIGN_IN_PARAMETERS', 'audience'],
    ['SIGN_IN_PARAMETERS', 'audience=x&redirect_uri=https://evil.example'],
    ['SIGN_IN_PARAMETERS', 'code_challenge_method=plain'],
    ['SIGN_IN_PARAMETERS', 'state=x'],
    ['SIGN_IN_PARAMETERS', 'a="b"'],
  ])('refuses %s that is %j', (name, text) => {
    expect(read({ ...deployed, [name]: text })).toEqual([
      expect.stringContaining(`${name} must `) as string,
    ]);
  });
});
