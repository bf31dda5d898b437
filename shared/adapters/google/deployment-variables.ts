import * as z from 'zod';
import { defaultLimits } from '../../limits/limits.ts';
import { projectId } from '../../schemas/identifiers.ts';

const words = (text: string) => text.split(',').map((word) => word.trim());
const list = (item: z.ZodType<string>, must: string) =>
  z
    .string(must)
    .transform((text) => (text.trim() === '' ? [] : words(text)))
    .refine((items) => items.every((one) => item.safeParse(one).success), must);

/** A public host over TLS: nothing that is deployed takes its word from a laptop. */
const https = (must: string) =>
  z
    .string(must)
    .max(2000, must)
    .refine((text) => {
      const url = URL.parse(text);
      return url?.protocol === 'https:' && !/^(localhost|127\.|\[)/.test(url.hostname);
    }, must);
const origin = https('').refine((text) => URL.parse(text)?.origin === text);
const claim = (fallback: string) =>
  z
    .string()
    .regex(/^[\w.:/-]{1,200}$/, 'must be the name of a claim in the access token')
    .default(fallback);
const limit = (fallback: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number, at least 1')
    .transform(Number)
    .default(fallback);

/** The variables of a deployed function. What a message says of one begins with its name. */
export const deploymentVariables = z
  .object({
    GOOGLE_CLOUD_PROJECT: z
      .string('must be the id of the project in which the service runs')
      .refine(
        (text) => projectId.safeParse(text).success,
        'must be the id of the project in which the service runs',
      ),
    FIRESTORE_DATABASE: z
      .string('must be the id of the Firestore database')
      .regex(/^[a-z][a-z0-9-]{2,61}[a-z0-9]$/, 'must be the id of the Firestore database'),
    TOKEN_ISSUER: https('must be the https URL that access tokens name as their issuer (iss)'),
    TOKEN_AUDIENCE: z
      .string('must be the audience (aud) of access tokens for this service')
      .min(1, 'must be the audience (aud) of access tokens for this service')
      .max(2000),
    TOKEN_JWKS_URI: https('must be the https URL of the issuer’s keys (jwks_uri)'),
    TOKEN_TYPES: list(
      z.string().regex(/^[a-z0-9+.-]{1,50}$/),
      'must list the types (typ) of access tokens in lower case, such as at+jwt,jwt',
    ).default(['at+jwt']),
    TOKEN_WORKSPACE_CLAIM: claim('workspace'),
    TOKEN_ROLE_CLAIM: claim('role'),
    PAGE_ORIGINS: list(
      origin,
      'must list the origins of the pages that may call, such as https://app.example.com',
    ),
    PAGE_TOKEN_KEY: z
      .string('must be 64 hex digits, the same for every function')
      .regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits, the same for every function'),
    SECRET_REGIONS: list(
      z.string().regex(/^[a-z]+-[a-z]+\d{1,2}$/),
      'must list regions, such as europe-west1,europe-west4',
    ).default([]),
    SECRET_KMS_KEYS: list(
      z
        .string()
        .regex(/^projects\/[\w:.-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+$/),
      'must list the names of Cloud KMS keys, one for each region of SECRET_REGIONS',
    ).default([]),
    LIMIT_UPLOADS_A_MINUTE: limit(defaultLimits.uploadsAMinute),
    LIMIT_VALIDATIONS_A_MINUTE: limit(defaultLimits.validationsAMinute),
    LIMIT_ACCOUNTS_A_DAY: limit(defaultLimits.accountsADay),
    LIMIT_PENDING_KEYS: limit(defaultLimits.pendingKeys),
    LIMIT_CONNECTORS: limit(defaultLimits.connectors),
  })
  .refine(
    ({ SECRET_REGIONS: regions, SECRET_KMS_KEYS: keys }) =>
      keys.length === 0 || keys.length === regions.length,
    {
      path: ['SECRET_KMS_KEYS'],
      message: 'must list the names of Cloud KMS keys, one for each region of SECRET_REGIONS',
    },
  );
