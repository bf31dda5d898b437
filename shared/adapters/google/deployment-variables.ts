import * as z from 'zod';
import { defaultLimits } from '../../limits/limits.ts';
import { placeVariables } from './place-variables.ts';
import { silentVariables } from './silent-variables.ts';
import { isPublicUrl, like, variable } from './variable.ts';

/** The items of a list; an empty text is an empty list. */
export const itemsOf = (text: string): string[] =>
  text.trim() === '' ? [] : text.split(',').map((item) => item.trim());

/** What is not set. */
export const usualVariables = {
  TOKEN_TYPES: 'at+jwt',
  TOKEN_WORKSPACE_CLAIM: 'workspace',
  TOKEN_ROLE_CLAIM: 'role',
  SECRET_REGIONS: '',
  SECRET_KMS_KEYS: '',
  LIMIT_UPLOADS_A_MINUTE: String(defaultLimits.uploadsAMinute),
  LIMIT_VALIDATIONS_A_MINUTE: String(defaultLimits.validationsAMinute),
  LIMIT_EDITS_A_MINUTE: String(defaultLimits.editsAMinute),
  LIMIT_BROWSES_A_MINUTE: String(defaultLimits.browsesAMinute),
  LIMIT_ACCOUNTS_A_DAY: String(defaultLimits.accountsADay),
  LIMIT_PENDING_KEYS: String(defaultLimits.pendingKeys),
  LIMIT_KEYS: String(defaultLimits.keys),
  LIMIT_CONNECTORS: String(defaultLimits.connectors),
};

const listOf = (isSo: (text: string) => boolean) => (text: string) => itemsOf(text).every(isSo);

const isClaim = like(/^[\w.:/-]{1,200}$/);
const limit = variable('be a whole number, at least 1', like(/^[1-9]\d{0,8}$/));
const kmsKey = /^projects\/[\w:.-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+$/;
const oneForEach = 'list the names of Cloud KMS keys, one for each region of SECRET_REGIONS';

/** The variables of a deployed function. What a message says of one begins with its name. */
export const deploymentVariables = z
  .object({
    ...placeVariables,
    ...silentVariables,
    TOKEN_ISSUER: variable(
      'be the https URL that access tokens name as their issuer (iss)',
      isPublicUrl,
    ),
    TOKEN_AUDIENCE: variable(
      'be the audience (aud) of access tokens for this service',
      (text) => text !== '',
    ),
    TOKEN_JWKS_URI: variable('be the https URL of the issuer’s keys (jwks_uri)', isPublicUrl),
    TOKEN_TYPES: variable(
      'list the types (typ) of access tokens in lower case, such as at+jwt,jwt',
      listOf(like(/^[a-z0-9+.-]{1,50}$/)),
    ),
    TOKEN_WORKSPACE_CLAIM: variable('be the name of a claim in the access token', isClaim),
    TOKEN_ROLE_CLAIM: variable('be the name of a claim in the access token', isClaim),
    PAGE_ORIGINS: variable(
      'list the origins of the pages that may call, such as https://app.example.com',
      listOf((text) => isPublicUrl(text) && URL.parse(text)?.origin === text),
    ),
    PAGE_TOKEN_KEY: variable(
      'be 64 hex digits, the same for every function',
      like(/^[0-9a-f]{64}$/),
    ),
    SECRET_REGIONS: variable(
      'list regions, such as europe-west1,europe-west4',
      listOf(like(/^[a-z]+-[a-z]+\d{1,2}$/)),
    ),
    SECRET_KMS_KEYS: variable(oneForEach, listOf(like(kmsKey))),
    LIMIT_UPLOADS_A_MINUTE: limit,
    LIMIT_VALIDATIONS_A_MINUTE: limit,
    LIMIT_EDITS_A_MINUTE: limit,
    LIMIT_BROWSES_A_MINUTE: limit,
    LIMIT_ACCOUNTS_A_DAY: limit,
    LIMIT_PENDING_KEYS: limit,
    LIMIT_KEYS: limit,
    LIMIT_CONNECTORS: limit,
  })
  .refine(
    ({ SECRET_REGIONS: regions, SECRET_KMS_KEYS: keys }) =>
      keys === '' || itemsOf(keys).length === itemsOf(regions).length,
    { path: ['SECRET_KMS_KEYS'], message: `must ${oneForEach}` },
  );
