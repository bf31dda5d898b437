import { Problem } from '../problems/problem.ts';

/**
 * A change names the state that it is based on (If-Match, RFC 9110 §13.1.1). Asked only of who may see the record.
 * Refuses with `etag-missing` or `etag-stale`; `*` is no etag: it would match whatever someone else has made of it.
 */
export function requireEtag(given: string | undefined, current: string): void {
  if (given === undefined || given.trim() === '*') {
    throw new Problem('etag-missing', 'Read the connector, then send its etag in If-Match.');
  }
  if (given !== `"${current}"` && given !== current) {
    throw new Problem(
      'etag-stale',
      'Read the connector again, look at what changed, and send your change with its new etag.',
    );
  }
}
