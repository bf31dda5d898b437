import type { IncomingMessage } from 'node:http';
import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../problems/problem.ts';
import { bearerToken, livesRightly, toleranceSeconds } from './bearer-token.ts';

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
  return async (httpRequest: IncomingMessage): Promise<{ account: string }> => {
    const token = bearerToken(httpRequest, whoCalls);
    if (token === undefined) throw refused();
    const { email, email_verified: verified } = await payloadOf(token, audience, keys, now());
    if (typeof email !== 'string' || verified !== true) throw refused();
    if (!accounts.includes(email)) throw new Problem('role-insufficient', whoCalls);
    return { account: email };
  };
}

const whoCalls = 'Leave this to the schedule and the queue: nobody else may call here.';

async function payloadOf(
  token: string,
  audience: string,
  keys: JWTVerifyGetKey,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: issuers,
      audience,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['sub', 'iat', 'exp'],
      currentDate: now,
    });
    const alone = payload.aud === audience; // a list would be good elsewhere, too
    if (!alone || protectedHeader.kid === undefined || !livesRightly(payload, now)) throw refused();
    return payload;
  } catch (cause) {
    if (cause instanceof Problem || cause instanceof TypeError) throw refused(cause);
    if (cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSTimeout)) {
      throw refused(cause);
    }
    throw new Problem('issuer-unavailable', 'Try again in half a minute.', {
      cause,
      retryAfterSeconds: 30,
    });
  }
}

/** One answer for every bad token: nothing that helps a forger. */
function refused(cause?: unknown): Problem {
  return new Problem(
    'token-refused',
    'Send the token that Google gives to the service account of the schedule or the queue.',
    { cause },
  );
}
