import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { Problem } from '../problems/problem.ts';
import { type Caller, caller } from '../schemas/caller.ts';
import { bearerToken, type Demands, verifiedClaims } from './bearer-token.ts';
import type { Headed } from './headed.ts';

/** What a token must be, from the deployment's configuration. */
export interface TokenRules {
  issuer: string;
  audience: string;
  /** Accepted values of the token's `typ`, e.g. `at+jwt` (RFC 9068). */
  tokenTypes: string[];
  workspaceClaim: string;
  roleClaim: string;
}

/** Marks of tokens that are meant for something else: ID tokens, logout tokens, sender-constrained ones. */
const strangeClaims = ['nonce', 'at_hash', 'c_hash', 'events', 'cnf'];

/** Who is asking (RFC 6750). There is one door: a single `Authorization: Bearer` header. */
export function callerVerifier(rules: TokenRules, keys: JWTVerifyGetKey, now: () => Date) {
  const { issuer, audience, tokenTypes } = rules;
  const demands: Demands = {
    algorithms: ['RS256', 'ES256'],
    issuer,
    audience,
    rightly: (payload, { typ = '' }) =>
      tokenTypes.includes(typ.toLowerCase()) &&
      !strangeClaims.some((name) => Object.hasOwn(payload, name)),
    refused,
  };
  return async (httpRequest: Headed): Promise<Caller> => {
    const token = bearerToken(httpRequest, 'Send an access token: Authorization: Bearer ….');
    if (token === undefined) throw refused();
    return callerOf(await verifiedClaims(token, demands, keys, now()), rules);
  };
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

function refused(cause?: unknown): Problem {
  return new Problem('token-refused', 'Sign in again and use the new access token.', { cause });
}
