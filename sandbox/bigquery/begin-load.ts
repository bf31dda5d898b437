import type { Answer, Call } from '../http/call.ts';
import type { Caller } from '../identity/accounts.ts';
import type { Google } from './google.ts';
import { insertLoadJob } from './load.ts';
import { beginUpload } from './resumable-upload.ts';
import { readUpload } from './upload.ts';

/** jobs.insert by upload: the whole at once, or the beginning of an upload in parts. */
export function beginLoad(google: Google, call: Call, caller: Caller): Answer {
  if (call.query.get('uploadType') === 'resumable') return beginUpload(google, call, caller);
  return insertLoadJob(google, call.part('project'), readUpload(call), caller);
}
