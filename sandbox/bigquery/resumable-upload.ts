import type { Answer, Call } from '../http/call.ts';
import { invalid, refused } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import type { Google } from './google.ts';
import { insertLoadJob } from './load.ts';
import type { UploadSession } from './upload-sessions.ts';
import { mostUploadedBytes } from './upload.ts';

/** Google takes parts of a whole number of these, the last excepted. */
const partUnit = 256 * 1024;

/** The first request of an upload in parts: the answer tells where they go (https://cloud.google.com/bigquery/docs/reference/api-uploads#resumable). */
export function beginUpload({ uploads }: Google, call: Call, { email }: Caller): Answer {
  requireSmall(Number(call.headers['x-upload-content-length'] ?? 0));
  const { id } = uploads.begin(email, call.body);
  const folder = `http://${call.headers.host ?? 'localhost'}${call.mountedAt}`;
  const query = new URLSearchParams({ uploadType: 'resumable', upload_id: id });
  return {
    headers: { location: `${folder}${call.path}?${query.toString()}`, 'x-guploader-uploadid': id },
  };
}

/** A further part, or the question how much has arrived. After the last the answer is the job's. */
export function continueUpload(google: Google, call: Call, caller: Caller): Answer {
  const session = google.uploads.find(call.query.get('upload_id') ?? '', caller.email);
  const total = takePart(session, call);
  if (total === undefined || session.received.length < total) return incomplete(session);
  google.uploads.end(session);
  const { metadata, received: media } = session;
  return insertLoadJob(google, call.part('project'), { metadata, media }, caller);
}

/** Keeps the part if it follows what is there. Tells how long the whole is to be, where that is known. */
function takePart(session: UploadSession, { headers, body }: Call): number | undefined {
  const range = headers['content-range'];
  if (range === undefined) {
    session.received = body;
    return body.length;
  }
  const [, first, last, size = ''] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(range) ?? [];
  if (size === '') throw invalid(`Invalid Content-Range: ${range.slice(0, 100)}`);
  const total = size === '*' ? undefined : Number(size);
  if (first === undefined || last === undefined) return total;
  const end = Number(last) + 1;
  if (end - Number(first) !== body.length)
    throw invalid('Content-Range and body differ in length.');
  if (total !== end && body.length % partUnit !== 0) {
    throw invalid(`All parts but the last must be a multiple of ${String(partUnit)} bytes.`);
  }
  requireSmall(end);
  if (Number(first) === session.received.length) {
    session.received = Buffer.concat([session.received, body]);
  }
  return total;
}

/** "Resume Incomplete": the client goes on behind what the range tells. */
function incomplete({ received }: UploadSession): Answer {
  const { length } = received;
  return {
    status: 308,
    ...(length > 0 && { headers: { range: `bytes=0-${String(length - 1)}` } }),
  };
}

function requireSmall(bytes: number): void {
  if (bytes <= mostUploadedBytes) return;
  throw refused({
    code: 413,
    reason: 'uploadTooLarge',
    message: `The sandbox takes uploads of ${String(mostUploadedBytes)} bytes at the most.`,
  });
}
