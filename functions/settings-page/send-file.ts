import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedCodings } from '../../shared/http/accepted-codings.ts';
import type { SiteFile } from './site.ts';

/** Sends a file as small as the caller takes it; of `HEAD` the headers alone. */
export function sendFile(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  file: SiteFile,
  headers: Record<string, string>,
  status = 200,
): void {
  const accepted = acceptedCodings(httpRequest.headers['accept-encoding']);
  const [coding, bytes] = smallest(file, accepted);
  for (const [name, value] of Object.entries(headers)) httpResponse.setHeader(name, value);
  httpResponse.writeHead(status, {
    'content-type': file.type,
    'content-length': bytes.length,
    vary: 'Accept-Encoding',
    ...(coding !== undefined && { 'content-encoding': coding }),
  });
  httpResponse.end(httpRequest.method === 'HEAD' ? undefined : bytes);
}

function smallest(file: SiteFile, accepted: Set<string>): [string | undefined, Uint8Array] {
  const { plain, br, gzip } = file;
  if (br && accepted.has('br')) return ['br', br];
  if (gzip && accepted.has('gzip')) return ['gzip', gzip];
  return [undefined, plain];
}
