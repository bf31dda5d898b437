import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SiteFile } from './site.ts';

/** Sends a file as small as the caller takes it; of `HEAD` the headers alone. */
export function sendFile(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  file: SiteFile,
  headers: Record<string, string>,
): void {
  const accepted = codingsIn(httpRequest.headers['accept-encoding'] ?? '');
  const [coding, bytes] = smallest(file, accepted);
  for (const [name, value] of Object.entries(headers)) httpResponse.setHeader(name, value);
  httpResponse.writeHead(200, {
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

/** `gzip, br;q=0` → gzip (RFC 9110 §12.5.3). */
function codingsIn(header: string): Set<string> {
  const given = header
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()));
  const wanted = given.filter(([, quality = 'q=1']) => !/^q\s*=\s*0(\.0*)?$/.test(quality));
  return new Set(wanted.map(([coding = '']) => coding));
}
