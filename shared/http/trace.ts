import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The request's trace id, 32 hex digits: the caller's if it is well-formed (https://www.w3.org/TR/trace-context/,
 * https://cloud.google.com/trace/docs/trace-context), else a new one.
 */
export function traceOf(headers: IncomingHttpHeaders): string {
  const w3c = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(
    text(headers.traceparent),
  );
  const google = /^([0-9a-f]{32})(?:\/\d{1,20})?(?:;o=\d)?$/.exec(
    text(headers['x-cloud-trace-context']),
  );
  return w3c?.[1] ?? google?.[1] ?? randomBytes(16).toString('hex');
}

function text(header: string | string[] | undefined): string {
  return typeof header === 'string' && header.length < 100 ? header : '';
}
