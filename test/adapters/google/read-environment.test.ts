import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../shared/adapters/google/read-environment.ts';
import { deployedVariables } from '../../support/deployed-variables.ts';

/** The environment, or what is said about it. */
function read(changes: Record<string, string | undefined> = {}) {
  const refusals: string[] = [];
  try {
    return readEnvironment({ ...deployedVariables, ...changes }, (sentences) => {
      refusals.push(...sentences);
      throw new Error('refused');
    });
  } catch {
    return refusals;
  }
}

describe('the environment of a deployed function', () => {
  test('is what the variables say, with the usual limits and claims', () => {
    expect(read()).toEqual({
      projectId: 'acme-platform',
      database: 'connectors',
      replication: 'automatic',
      tokenRules: {
        issuer: 'https://issuer.example',
        audience: 'urn:bigquery-connector:api',
        tokenTypes: ['at+jwt'],
        workspaceClaim: 'workspace',
        roleClaim: 'role',
      },
      jwksUri: 'https://issuer.example/jwks',
      origins: ['https://app.example'],
      pageTokenKey: Buffer.alloc(32, 7),
      limits: {
        uploadsAMinute: 10,
        validationsAMinute: 30,
        editsAMinute: 60,
        browsesAMinute: 120,
        accountsADay: 50,
        pendingKeys: 100,
        keys: 3000,
        connectors: 1000,
      },
    });
  });

  test('may keep the keys in given regions, each under a key of the customer’s', () => {
    const key = 'projects/acme-platform/locations/europe-west1/keyRings/ring/cryptoKeys/key';
    expect(read({ SECRET_REGIONS: 'europe-west1, europe-west4' })).toMatchObject({
      replication: [{ region: 'europe-west1' }, { region: 'europe-west4' }],
    });
    expect(read({ SECRET_REGIONS: 'europe-west1', SECRET_KMS_KEYS: key })).toMatchObject({
      replication: [{ region: 'europe-west1', kmsKey: key }],
    });
  });

  test('tells everything that is missing, a sentence a variable', () => {
    const nothing = Object.fromEntries(
      Object.keys(deployedVariables).map((name) => [name, undefined]),
    );

    expect(read(nothing)).toEqual([
      'GOOGLE_CLOUD_PROJECT must be the id of the project in which the service runs.',
      'FIRESTORE_DATABASE must be the id of the Firestore database.',
      'TOKEN_ISSUER must be the https URL that access tokens name as their issuer (iss).',
      'TOKEN_AUDIENCE must be the audience (aud) of access tokens for this service.',
      'TOKEN_JWKS_URI must be the https URL of the issuer’s keys (jwks_uri).',
      'PAGE_ORIGINS must list the origins of the pages that may call, such as https://app.example.com.',
      'PAGE_TOKEN_KEY must be 64 hex digits, the same for every function.',
    ]);
  });

  test.each([
    ['GOOGLE_CLOUD_PROJECT', 'Acme Platform'],
    ['FIRESTORE_DATABASE', '../other'],
    ['TOKEN_ISSUER', 'http://issuer.example'],
    ['TOKEN_ISSUER', 'https://localhost/issuer'],
    ['TOKEN_ISSUER', 'https://127.0.0.1/issuer'],
    ['TOKEN_ISSUER', 'https://[::1]/issuer'],
    ['TOKEN_AUDIENCE', ''],
    ['TOKEN_JWKS_URI', 'file:///etc/passwd'],
    ['TOKEN_TYPES', 'AT+JWT'],
    ['TOKEN_ROLE_CLAIM', 'a role'],
    ['PAGE_ORIGINS', '*'],
    ['PAGE_ORIGINS', 'https://app.example/'],
    ['PAGE_ORIGINS', 'https://app.example,http://app.example'],
    ['PAGE_TOKEN_KEY', 'secret'],
    ['SECRET_REGIONS', 'Europe'],
    ['SECRET_KMS_KEYS', 'projects/p/locations/l/keyRings/r/cryptoKeys/k'],
    ['LIMIT_UPLOADS_A_MINUTE', '0'],
    ['LIMIT_EDITS_A_MINUTE', '-1'],
    ['LIMIT_KEYS', ''],
    ['LIMIT_CONNECTORS', '1e3'],
    ['NODE_DEBUG', 'http'],
  ])('THREATS 3, 54, 65: %s is not taken from %s', (name, value) => {
    expect(read({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must `))]);
  });
});
