import type { Caller } from '../schemas/caller.ts';
import type { Call } from './endpoint.ts';
import { pageTokenInvalid, type PageTokens } from './page-token.ts';
import type { Route } from './route.ts';

/** What a page token is for: one workspace, one call, one query. */
export function pagePurpose<Ports>(
  { method, path }: Call<Ports>,
  { workspace }: Caller,
  { segments, search }: Route<Call<Ports>>,
): string {
  const query = [...search].filter(([name]) => name !== 'pageToken' && name !== 'pageSize');
  query.sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([workspace, method, path, segments, query]);
}

/** A list is asked for by a cursor; only its sealed form, the page token, is seen outside. */
export function openPage<Ports>(
  { request: { cursor } }: Call<Ports>,
  request: Record<string, unknown>,
  tokens: PageTokens,
  purpose: string,
): Record<string, unknown> {
  const { pageToken, ...rest } = request;
  if (!cursor || typeof pageToken !== 'string') return rest;
  const after = cursor.safeParse(tokens.open(pageToken, purpose));
  if (!after.success) throw pageTokenInvalid(after.error);
  return { ...rest, after: after.data };
}

export function sealPage<Ports>(
  { request: { cursor } }: Call<Ports>,
  outcome: unknown,
  tokens: PageTokens,
  purpose: string,
): unknown {
  if (!cursor) return outcome;
  const { next, ...page } = outcome as { next?: unknown };
  return next === undefined ? page : { ...page, nextPageToken: tokens.seal(next, purpose) };
}
