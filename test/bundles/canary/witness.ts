import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ofAccessToken, ofAssertion, type Secret } from '../../support/canary/secret.ts';
import type { Seen } from '../../support/canary/scanner.ts';

export interface Witness {
  around: (host: string, listener: RequestListener) => RequestListener;
  /** Assertions that were made and access tokens that were got for them, until now. */
  secrets: () => Secret[];
  /** What functions sent to Google and to the issuer, but for where a secret belongs. */
  sent: () => Seen[];
  /** From now on these hosts refuse with this status, and say in Google's words all that they were asked. */
  echo: (hosts: string[], status: number) => () => void;
}

/** The one place of each secret: the vault for a key, the token endpoint for an assertion, one header for a token. */
const belongs: Record<string, (path: string) => boolean> = {
  'secretmanager.googleapis.com': (path) => path.includes(':addVersion'),
  'oauth2.googleapis.com': () => true,
};

/** Stands before each of Google's hosts, and writes down what passes. */
export function witness(): Witness {
  const secrets: Secret[] = [];
  const sent: Seen[] = [];
  let echoing: { hosts: string[]; status: number } | undefined;
  const note = (
    host: string,
    { url = '', method = '', headers }: IncomingMessage,
    body: Buffer,
  ) => {
    const { authorization: _, ...others } = headers;
    const where = `the request ${method} to ${host}`;
    sent.push({ where: `${where}, its head`, content: `${url}\n${JSON.stringify(others)}` });
    if (belongs[host]?.(url) !== true) sent.push({ where, content: body });
    const assertion = new URLSearchParams(body.toString()).get('assertion');
    if (host === 'oauth2.googleapis.com' && assertion) secrets.push(...ofAssertion(assertion));
  };
  return {
    around: (host, listener) => (httpRequest, httpResponse) => {
      const mode = echoing?.hosts.includes(host) === true ? echoing : undefined;
      const asked = heard(httpRequest);
      httpRequest.once('end', () => {
        note(host, httpRequest, asked());
      });
      if (mode) {
        httpRequest.resume().once('end', () => {
          refuse(
            httpResponse,
            mode.status,
            `${httpRequest.headers.authorization ?? ''} ${asked().toString()}`,
          );
        });
        return;
      }
      if (host === 'oauth2.googleapis.com') {
        const answered = told(httpResponse);
        httpResponse.once('finish', () => {
          const token = /"access_token":\s*"([^"]+)"/.exec(answered())?.[1];
          if (token !== undefined) secrets.push(...ofAccessToken(token));
        });
      }
      listener(httpRequest, httpResponse);
    },
    secrets: () => [...secrets, ...ofAccessToken('token-of-the-function')],
    sent: () => sent,
    echo(hosts, status) {
      echoing = { hosts, status };
      return () => {
        echoing = undefined;
      };
    },
  };
}

/** Hears a body without taking it from whom it is for. */
function heard(httpRequest: IncomingMessage): () => Buffer {
  const chunks: Buffer[] = [];
  const emit = httpRequest.emit.bind(httpRequest);
  httpRequest.emit = (event: string, ...given: unknown[]) => {
    if (event === 'data') chunks.push(Buffer.from(given[0] as Buffer));
    return emit(event, ...given);
  };
  return () => Buffer.concat(chunks);
}

function told(httpResponse: ServerResponse): () => string {
  let text = '';
  for (const name of ['write', 'end'] as const) {
    const pass = httpResponse[name].bind(httpResponse) as (...given: unknown[]) => never;
    httpResponse[name] = (...given: unknown[]) => {
      if (typeof given[0] === 'string' || given[0] instanceof Uint8Array)
        text += Buffer.from(given[0] as string).toString();
      return pass(...given);
    };
  }
  return () => text;
}

function refuse(httpResponse: ServerResponse, status: number, echo: string): void {
  const message = `The request was refused: ${echo}`;
  const errors = [{ message, domain: 'global', reason: 'invalid', location: echo }];
  httpResponse.writeHead(status, { 'content-type': 'application/json' });
  httpResponse.end(
    JSON.stringify({
      error: { code: status, message, errors, status: 'INVALID_ARGUMENT' },
      error_description: message,
    }),
  );
}
