import type { JWTVerifyGetKey } from 'jose';
import { Problem } from '../problems/problem.ts';
import { bearerToken, type Demands, verifiedClaims } from './bearer-token.ts';
import type { Headed } from './headed.ts';

/** The keys of Google's own OIDC tokens (https://accounts.google.com/.well-known/openid-configuration). */
export const googleJwksUri = 'https://www.googleapis.com/oauth2/v3/certs';
const issuers = ['https://accounts.google.com', 'accounts.google.com'];

/** Which machine may call, from the deployment's configuration. */
export interface MachineRules {
  /** The function's own URL, as the scheduler and the queue are told to call it. */
  audience: string;
  /** E-mail addresses of the service accounts that may call. */
  accounts: readonly string[];
}

/**
 * Which of our own service accounts is asking. IAM stands before this, and may be misconfigured; what a caller can
 * write into X-CloudTasks-… and X-CloudScheduler proves nothing and is not read.
 */
export function machineVerifier(
  { audience, accounts }: MachineRules,
  keys: JWTVerifyGetKey,
  now: () => Date,
) {
  const demands: Demands = {
    algorithms: ['RS256'],
    issuer: issuers,
    audience,
    rightly: ({ aud }) => aud === audience, // a list would be good elsewhere, too
    refused,
  };
  return async (httpRequest: Headed): Promise<{ account: string }> => {
    const token = bearerToken(httpRequest, whoCalls);
    if (token === undefined) throw refused();
    const claims = await verifiedClaims(token, demands, keys, now());
    const { email, email_verified: verified } = claims;
    if (typeof email !== 'string' || verified !== true) throw refused();
    if (!accounts.includes(email)) throw new Problem('role-insufficient', whoCalls);
    return { account: email };
  };
}

const whoCalls = 'Leave this to the schedule and the queue: nobody else may call here.';

function refused(cause?: unknown): Problem {
  return new Problem(
    'token-refused',
    'Send the token that Google gives to the service account of the schedule or the queue.',
    { cause },
  );
}
