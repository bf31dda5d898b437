import * as z from 'zod';
import type { Call } from '../http/call.ts';
import { invalid } from '../http/google-refusal.ts';

/** Google's own limit is far above. */
export const mostUploadedBytes = 10 * 1024 ** 2;

export interface Upload {
  metadata: Buffer;
  media: Buffer;
}

/** The two parts of a `multipart/related` body: what to do, and with what (https://cloud.google.com/bigquery/docs/reference/api-uploads). */
export function readUpload({ headers, body }: Call): Upload {
  const boundary = boundaryOf(headers['content-type']);
  if (boundary === undefined) {
    throw invalid('The sandbox takes uploads of the content type multipart/related only.');
  }
  const parts = partsOf(body, `--${boundary}`);
  const [metadata, media] = parts;
  if (!metadata || !media || parts.length > 2) {
    throw invalid('Malformed multipart body: it has to have two parts.');
  }
  return { metadata, media };
}

/** The JSON of any body, an upload's first part included; what is none is undefined. */
export function uploadedMetadata(call: Call): unknown {
  if (call.method === 'PUT') return undefined; // a part of an upload: rows
  try {
    const upload = boundaryOf(call.headers['content-type']) !== undefined;
    const text = upload ? readUpload(call).metadata : call.body;
    return z.unknown().parse(JSON.parse(text.toString()));
  } catch {
    return undefined; // described for the list of requests only
  }
}

function boundaryOf(contentType = ''): string | undefined {
  const found = /^multipart\/related;.*\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType,
  );
  return found?.[1] ?? found?.[2];
}

/** The contents between the boundary lines, without each part's own headers. */
function partsOf(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = body.indexOf(`\r\n${delimiter}`, from);
    if (next < 0) break;
    const part = body.subarray(from, next);
    const head = part.indexOf('\r\n\r\n');
    if (head >= 0) parts.push(part.subarray(head + 4));
    start = next + 2;
  }
  return parts;
}
