import {
  errors,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { Problem } from '../problems/problem.ts';
import { type Headed, namesOf } from './headed.ts';
import { isBase64url } from './is-base64url.ts';

const longestToken = 8192;
const longestLifeSeconds = 24 * 60 * 60;
const toleranceSeconds = 30;

/** One `Authorization: Bearer` header and no other door; nothing where its shape is wrong. */
export function bearerToken({ rawHeaders, headers }: Headed, missing: string): string | undefined {
  const given = namesOf(rawHeaders).filter((name) => name === 'authorization').length;
  if (given === 0) throw new Problem('token-missing', missing);
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given > 1 || token === undefined || token.length > longestToken) return undefined;
  return token.split('.').every(isBase64url) ? token : undefined;
}

export interface Demands {
  algorithms: string[];
  issuer: string | string[];
  audience: string;
  /** What a token of this kind must be on top. */
  rightly: (payload: JWTPayload, header: JWTHeaderParameters) => boolean;
  /** One answer for every bad token: nothing that helps a forger. */
  refused: (cause?: unknown) => Problem;
}

/** The claims of a token that is signed by one of these keys, lives now and is what it must be (RFC 7519, RFC 8725). */
export async function verifiedClaims(
  token: string,
  { rightly, refused, ...options }: Demands,
  keys: JWTVerifyGetKey,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      ...options,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['sub', 'iat', 'exp'],
      currentDate: now,
    });
    const known = protectedHeader.kid !== undefined;
    if (!known || !livesRightly(payload, now) || !rightly(payload, protectedHeader))
      throw refused();
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
