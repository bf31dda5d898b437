import type { IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose';
import { Problem } from '../problems/problem.ts';

const longestToken = 8192;
const longestLifeSeconds = 24 * 60 * 60;
export const toleranceSeconds = 30;

/** One `Authorization: Bearer` header and no other door; nothing where its shape is wrong. */
export function bearerToken(
  { rawHeaders, headers }: Pick<IncomingMessage, 'rawHeaders' | 'headers'>,
  missing: string,
): string | undefined {
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const given = names.filter((name) => name === 'authorization').length;
  if (given === 0) throw new Problem('token-missing', missing);
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  return given > 1 || token === undefined || token.length > longestToken ? undefined : token;
}

/** jose bounds none of these (measured): a token must be born, and die within a day. */
export function livesRightly({ iat = NaN, exp = NaN }: JWTPayload, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  return iat <= seconds + toleranceSeconds && exp - iat <= longestLifeSeconds;
}
