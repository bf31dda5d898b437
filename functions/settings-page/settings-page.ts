import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { log } from '../../shared/http/log.ts';
import { discardBody } from '../../shared/http/read-body.ts';
import { sendProblem, setHeaders } from '../../shared/http/send.ts';
import { traceOf } from '../../shared/http/trace.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { fileAt } from './file-at.ts';
import { fillIn, folderOf } from './fill-in.ts';
import { pageHeaders } from './page-headers.ts';
import type { PageSettings } from './page-settings.ts';
import { sendFile } from './send-file.ts';
import type { Site } from './site.ts';

const longestPath = 2_000;
const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };
const freshly = { 'cache-control': 'no-store' };
/** The screen that asks no function ahead: whose address is mistyped is told so by the page itself. */
const withoutCalls = 'guide.html';

/** Whether somebody opens an address in a browser, and does not fetch a file. */
const wantsPage = ({ headers }: IncomingMessage) => /\btext\/html\b/.test(headers.accept ?? '');

/**
 * Serves the page: its HTML fresh each time; its other files, whose names tell their content, for ever; `config.json`
 * and `openapi.json`. Where there is nothing, a browser gets the page, which says so. There is nothing here that needs a
 * token, and nothing else that a caller's headers change but the encoding.
 */
export function settingsPage(built: Site, settings: PageSettings): RequestListener {
  const site = fillIn(built, settings);
  const headers = pageHeaders(settings, scriptsIn(site));
  const base = folderOf(settings);
  return (httpRequest, httpResponse) => {
    const { method = '', url = '/' } = httpRequest;
    const [path = '/'] = url.split('?', 1);
    const found = path.length > longestPath ? undefined : fileAt(site, base, path);
    const reads = ['GET', 'HEAD'].includes(method);
    const nothingHere = reads && wantsPage(httpRequest) ? site.get(withoutCalls) : undefined;
    if (!found && nothingHere) {
      sendFile(httpRequest, httpResponse, nothingHere, { ...headers, ...freshly }, 404);
    } else if (!found) {
      const why = 'Look at the address: there is nothing under it.';
      refuse(httpRequest, httpResponse, new Problem('path-not-found', why));
    } else if (!reads) {
      httpResponse.setHeader('allow', 'GET, HEAD');
      refuse(httpRequest, httpResponse, new Problem('method-not-allowed', 'Use GET here.'));
    } else {
      const caching = found.name.startsWith('assets/') ? forEver : freshly;
      sendFile(httpRequest, httpResponse, found.file, { ...headers, ...caching });
    }
  };
}

/** Only this is worth a line in the log: the platform counts the rest. */
function refuse(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  problem: Problem,
): void {
  const trace = traceOf(httpRequest.headers);
  setHeaders(httpResponse);
  sendProblem(httpResponse, problem, trace);
  const { statusCode: status } = httpResponse;
  const facts = { function: 'settings-page', method: httpRequest.method, status };
  log('INFO', 'request', { ...facts, code: problem.code }, trace);
  discardBody(httpRequest);
}

/** The scripts that stand in the HTML itself. */
function scriptsIn(site: Site): string[] {
  return [...site]
    .filter(([name]) => name.endsWith('.html'))
    .flatMap(([, { plain }]) => [
      ...Buffer.from(plain)
        .toString()
        .matchAll(/<script>([^]*?)<\/script>/g),
    ])
    .map(([, script = '']) => script);
}
