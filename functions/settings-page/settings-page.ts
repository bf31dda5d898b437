import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { discardBody } from '../../shared/http/read-body.ts';
import { sendProblem, setHeaders } from '../../shared/http/send.ts';
import { traceOf } from '../../shared/http/trace.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { pageHeaders } from './page-headers.ts';
import type { PageSettings } from './page-settings.ts';
import type { Site, SiteFile } from './site.ts';

/** Whoever asks for one of these gets the page; it reads the rest of the address itself. */
const screens: [RegExp, shell: string][] = [
  [/^\/(connectors)?$/, 'connectors.html'],
  [/^\/connectors\/new$/, 'new.html'],
  [/^\/connectors\/con-[0-9a-z]{26}(\/[a-z-]+)?$/, 'connector.html'],
  [/^\/guide$/, 'guide.html'],
  [/^\/signed-in$/, 'connectors.html'],
];

/**
 * Serves the page: its HTML fresh each time, its other files, whose names tell their content, for ever, and
 * `config.json`. There is nothing here that needs a token, and nothing that a caller's headers change but the encoding.
 */
export function settingsPage(site: Site, settings: PageSettings): RequestListener {
  const headers = pageHeaders(settings);
  const base = new URL(settings.pageUrl).pathname.replace(/\/$/, '');
  const { pageUrl: _pageUrl, ...told } = settings;
  const files = new Map<string, SiteFile>(
    [...site].map(([name, file]) => [name, name.endsWith('.html') ? based(file, base) : file]),
  );
  files.set('config.json', {
    type: 'application/json; charset=utf-8',
    plain: Buffer.from(JSON.stringify(told)),
  });
  const fileAt = (path: string): [string, SiteFile] | undefined => {
    const name = screens.find(([pattern]) => pattern.test(path))?.[1] ?? path.slice(1);
    const file = files.get(name);
    return file && (!name.endsWith('.html') || name !== path.slice(1)) ? [name, file] : undefined;
  };
  return (httpRequest, httpResponse) => {
    const [path = '/'] = (httpRequest.url ?? '/').split('?', 1);
    const found = fileAt(path);
    if (!found) {
      refuse(
        httpRequest,
        httpResponse,
        new Problem('path-not-found', 'Look at the address: there is nothing here.'),
      );
      return;
    }
    if (httpRequest.method !== 'GET' && httpRequest.method !== 'HEAD') {
      httpResponse.setHeader('allow', 'GET, HEAD');
      refuse(httpRequest, httpResponse, new Problem('method-not-allowed', 'Use GET here.'));
      return;
    }
    const [name, file] = found;
    const forEver = name.startsWith('assets/');
    send(httpRequest, httpResponse, file, {
      ...headers,
      'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-store',
    });
  };
}

function refuse(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  problem: Problem,
): void {
  setHeaders(httpResponse);
  sendProblem(httpResponse, problem, traceOf(httpRequest.headers));
  discardBody(httpRequest);
}

/** The page's folder is the deployment's to say: addresses in the HTML begin with `%base%`. */
function based(file: SiteFile, base: string): SiteFile {
  const plain = Buffer.from(Buffer.from(file.plain).toString().replaceAll('%base%', base));
  const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { type: file.type, plain, br, gzip: gzipSync(plain) };
}

function send(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  { type, plain, br, gzip }: SiteFile,
  headers: Record<string, string>,
): void {
  const accepted = httpRequest.headers['accept-encoding'] ?? '';
  const accepts = (coding: string) =>
    new RegExp(`(^|[ ,])${coding}($|[ ,;](?! *q=0(\\.0*)?($|,)))`).test(accepted);
  const [coding, bytes] =
    br && accepts('br')
      ? ['br', br]
      : gzip && accepts('gzip')
        ? ['gzip', gzip]
        : [undefined, plain];
  for (const [name, value] of Object.entries(headers)) httpResponse.setHeader(name, value);
  httpResponse.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    vary: 'Accept-Encoding',
    ...(coding && { 'content-encoding': coding }),
  });
  httpResponse.end(httpRequest.method === 'HEAD' ? undefined : bytes);
}
