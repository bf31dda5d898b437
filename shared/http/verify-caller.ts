import type { IncomingMessage } from 'node:http';
import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../problems/problem.ts';
import { type Caller, caller } from '../schemas/caller.ts';

/** What a token must be, from the deployment's configuration. */
export interface TokenRules {
  issuer: string;
  audience: string;
  /** Accepted values of the token's `typ`, e.g. `at+jwt` (RFC 9068). */
  tokenTypes: string[];
  workspaceClaim: string;
  roleClaim: string;
}

const toleranceSeconds = 30;
const longestLifeSeconds = 24 * 60 * 60;
const longestToken = 8192;
/** Marks of tokens that are meant for something else: ID tokens, logout tokens, sender-constrained ones. */
const strangeClaims = ['nonce', 'at_hash', 'c_hash', 'events', 'cnf'];

/** Who is asking (RFC 6750, RFC 8725). There is one door: a single `Authorization: Bearer` header. */
export function callerVerifier(rules: TokenRules, keys: JWTVerifyGetKey, now: () => Date) {
  return async (httpRequest: IncomingMessage): Promise<Caller> => {
    const token = bearerToken(httpRequest);
    const payload = await verified(token, rules, keys, now());
    return callerOf(payload, rules);
  };
}

function bearerToken({ rawHeaders, headers }: IncomingMessage): string {
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const given = names.filter((name) => name === 'authorization').length;
  if (given === 0) {
    throw new Problem('token-missing', 'Send an access token: Authorization: Bearer ….');
  }
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given > 1 || token === undefined || token.length > longestToken) throw refused();
  return token;
}

async function verified(
  token: string,
  rules: TokenRules,
  keys: JWTVerifyGetKey,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256', 'ES256'],
      issuer: rules.issuer,
      audience: rules.audience,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['sub', 'iat', 'exp'],
      currentDate: now,
    });
    const typed = rules.tokenTypes.includes((protectedHeader.typ ?? '').toLowerCase());
    if (!typed || protectedHeader.kid === undefined || !livesRightly(payload, now)) throw refused();
    if (strangeClaims.some((name) => Object.hasOwn(payload, name))) throw refused();
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

/** jose bounds none of these (measured): a token must be born, and die within a day. */
function livesRightly({ iat = NaN, exp = NaN }: JWTPayload, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  return iat <= seconds + toleranceSeconds && exp - iat <= longestLifeSeconds;
}

function callerOf(payload: JWTPayload, { workspaceClaim, roleClaim }: TokenRules): Caller {
  const claim = (name: string) => (Object.hasOwn(payload, name) ? payload[name] : undefined);
  const workspace = caller.shape.workspace.safeParse(claim(workspaceClaim));
  if (!workspace.success) {
    throw new Problem(
      'workspace-missing',
      'Ask whoever runs your sign-in to give you a workspace.',
    );
  }
  const role = caller.shape.role.safeParse(claim(roleClaim));
  if (!role.success) {
    throw new Problem(
      'role-missing',
      'Ask whoever runs your sign-in to make you a viewer or an editor.',
    );
  }
  const subject = caller.shape.subject.safeParse(payload.sub);
  if (!subject.success) throw refused();
  return { subject: subject.data, workspace: workspace.data, role: role.data };
}

/** One answer for every bad token: nothing that helps a forger. */
function refused(cause?: unknown): Problem {
  return new Problem('token-refused', 'Sign in again and use the new access token.', { cause });
}
