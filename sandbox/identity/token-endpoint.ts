import { verify, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { GoogleRefusal } from '../http/google-refusal.ts';
import { type AccessTokens, lifetimeSeconds } from './access-tokens.ts';
import type { Account, Accounts } from './accounts.ts';
import { knownScopes } from './scopes.ts';

export const audience = 'https://oauth2.googleapis.com/token';
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const longestSeconds = 3600;
const toleranceSeconds = 300;

const headerSchema = z.object({ alg: z.string(), kid: z.string().optional() });
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number(),
  exp: z.number(),
  scope: z.string().optional(),
  sub: z.string().optional(),
});

export interface TokenEndpoint {
  accounts: Accounts;
  tokens: AccessTokens;
  now: () => Date;
}

/**
 * The JWT bearer grant of a service account (RFC 7523;
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest), with Google's refusals.
 */
export function grantToken(
  form: URLSearchParams,
  { accounts, tokens, now }: TokenEndpoint,
): object {
  if (form.get('grant_type') !== grantType) {
    throw no('unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type') ?? ''}`);
  }
  const { header, claims, signed, signature } = parseAssertion(form.get('assertion') ?? '');
  if (!/^[^@\s]+@[^@\s]+$/.test(claims.iss)) throw grant('Not a valid email.');
  const account = accounts.account(claims.iss);
  if (!account || account.state === 'deleted') throw grant('Invalid grant: account not found');
  requireSignature(account, header, signed, signature, now());
  if (account.state === 'disabled') throw grant('Robot is disabled.');
  if (claims.aud !== audience) throw grant('Invalid JWT: Failed audience check.');
  requireTimes(claims, now());
  if (claims.sub !== undefined && claims.sub !== claims.iss) throw delegated();
  const scopes = readScopes(claims.scope);
  return {
    access_token: tokens.issue(account.email, scopes),
    expires_in: lifetimeSeconds,
    token_type: 'Bearer',
  };
}

function parseAssertion(assertion: string) {
  const [head = '', body = '', mark = '', ...more] = assertion.split('.');
  const header = headerSchema.safeParse(json(head));
  const claims = claimsSchema.safeParse(json(body));
  if (more.length > 0 || !header.success || !claims.success) throw grant('Bad Request');
  return {
    header: header.data,
    claims: claims.data,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(mark, 'base64url'),
  };
}

function json(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined; // what is not JSON is no assertion
  }
}

/** Google says the same of a key that is gone, disabled, expired or another one. */
function requireSignature(
  { keys }: Account,
  { alg, kid }: z.infer<typeof headerSchema>,
  signed: Buffer,
  signature: Buffer,
  now: Date,
): void {
  const valid = keys
    .filter(({ keyId }) => kid === undefined || keyId === kid)
    .map(({ certificate }) => new X509Certificate(certificate))
    .filter(({ validFromDate, validToDate }) => validFromDate <= now && now < validToDate)
    .some(({ publicKey }) => verify('sha256', signed, publicKey, signature));
  if (alg !== 'RS256' || !valid) throw grant('Invalid JWT Signature.');
}

function requireTimes({ iat, exp }: { iat: number; exp: number }, now: Date): void {
  const seconds = now.getTime() / 1000;
  const reasonable =
    iat <= seconds + toleranceSeconds &&
    exp > seconds - toleranceSeconds &&
    exp > iat &&
    exp - iat <= longestSeconds;
  if (reasonable) return;
  throw grant(
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
  );
}

function readScopes(scope = ''): string[] {
  const scopes = scope.split(' ').filter((name) => name !== '');
  if (scopes.length === 0) throw no('invalid_scope', 'Empty or missing scope not allowed.');
  if (scopes.some((name) => !knownScopes.has(name))) {
    throw no('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  }
  return scopes;
}

const grant = (description: string) => no('invalid_grant', description);

function no(error: string, description: string, status = 400): GoogleRefusal {
  return new GoogleRefusal(status, { error, error_description: description }, description);
}

function delegated(): GoogleRefusal {
  return no(
    'unauthorized_client',
    'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
    401,
  );
}
