import { BigQuery } from '@google-cloud/bigquery';
import type { DecorateRequestOptions } from '@google-cloud/common';
import { OAuth2Client } from 'google-auth-library';
import http from 'node:http';
import https from 'node:https';
import { setImmediate } from 'node:timers/promises';
import type { AccessToken } from '../../ports/identity.ts';
import type { Answer, Operation } from '../../ports/answer.ts';
import { masks } from './answer-masks.ts';
import type { Endpoints } from './endpoints.ts';
import { type Answered, judge } from './judge-answer.ts';
import { type Upload, uploading } from './multipart-upload.ts';

export interface BigQueryCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  project: string;
  uri: string;
  qs?: Record<string, string | number | boolean | undefined>;
  json?: object;
  /** A job and what it is to load, in one request. */
  upload?: Upload;
  /**
   * What the signal's end means to it. `once-begun` is not dropped, since Google would go on and nobody would know the
   * job; `always` is begun after it too: it ends what was begun before.
   */
  lasts?: 'once-begun' | 'always';
}

export type AskBigQuery = <T>(
  operation: Operation,
  call: BigQueryCall,
  read: (body: unknown) => T | undefined,
) => Promise<Answer<T>>;

/**
 * Calls of BigQuery's REST API through Google's client: it authenticates, encodes paths, and retries once what Google
 * calls retryable. The token is one that we fetched; a job that is asked for twice has one id. Sockets are this signal's
 * own, so that when it is aborted every call ends.
 */
export function bigqueryCalls(
  { token }: AccessToken,
  { bigquery: apiEndpoint, callMs }: Endpoints,
  signal: AbortSignal,
): AskBigQuery {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: token });
  const agent = new (apiEndpoint.startsWith('https:') ? https : http).Agent({ keepAlive: true });
  const lasting = new Set<Promise<unknown>>();
  signal.addEventListener('abort', () => {
    void settled(lasting).then(() => {
      agent.destroy();
    });
  });
  const service = new BigQuery({
    projectId: 'given-with-each-call',
    authClient,
    apiEndpoint,
    retryOptions: { autoRetry: true, maxRetries: 1, maxRetryDelay: callMs / 10_000 },
  });
  service.interceptors.push({
    request: (options) => Object.assign(options as DecorateRequestOptions, { agent }),
  });

  return async (operation, { project, lasts, upload, ...given }, read) => {
    const call = { ...given, qs: { ...given.qs, fields: given.qs?.fields ?? maskOf(operation) } };
    const sent = upload
      ? { ...call, ...uploading(upload, `${apiEndpoint}${call.uri}`, call.qs) }
      : call;
    const waiting = race({ signal, lasts, callMs }, (settle) => {
      service.request(
        { ...sent, projectId: project, useQuerystring: true },
        (error, body, response) => {
          settle({ failed: error !== null, body: body as unknown, response });
        },
      );
    });
    if (lasts) {
      lasting.add(waiting);
      void waiting.finally(() => lasting.delete(waiting));
    }
    const answered = await waiting;
    if (typeof answered === 'string') {
      return { refusal: { kind: 'transport', operation, fault: answered } };
    }
    return judge(operation, answered, signal, read);
  };
}

function maskOf(operation: Operation): string | undefined {
  return operation in masks ? masks[operation as keyof typeof masks] : undefined;
}

/** One that ended may be followed by one that ends what it began. */
async function settled(lasting: ReadonlySet<Promise<unknown>>): Promise<void> {
  do {
    await Promise.allSettled(lasting);
    await setImmediate();
  } while (lasting.size > 0);
}

/** The answer, or why there is none: nobody waits longer than allowed, nor for anybody who has gone. */
async function race(
  { signal, lasts, callMs }: { signal: AbortSignal; lasts: BigQueryCall['lasts']; callMs: number },
  ask: (settle: (answered: Answered) => void) => void,
): Promise<Answered | 'stopped' | 'timed-out'> {
  if (signal.aborted && lasts !== 'always') return 'stopped';
  return new Promise((resolve) => {
    const stop = () => {
      settle('stopped');
    };
    const timer = setTimeout(() => {
      settle('timed-out');
    }, callMs);
    const settle = (answered: Answered | 'stopped' | 'timed-out') => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(answered);
    };
    if (!lasts) signal.addEventListener('abort', stop, { once: true });
    ask(settle);
  });
}
