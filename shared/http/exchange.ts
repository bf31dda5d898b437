import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Note } from '../ports/note.ts';
import { catalogue } from '../problems/catalogue.ts';
import type { Problem } from '../problems/problem.ts';
import { type Facts, log, logDefect } from './log.ts';
import { asProblem } from './problem-details.ts';
import { discardBody } from './read-body.ts';
import { sendProblem, setHeaders } from './send.ts';
import { traceOf } from './trace.ts';

/** One request on its way, with what becomes known of it for the one line that is logged at the end. */
export interface Exchange {
  httpRequest: IncomingMessage;
  httpResponse: ServerResponse;
  trace: string;
  facts: Facts;
}

/** The only catch-all: whoever calls, a request has one trace and one line of the log, and a refusal is a problem document. */
export function answering(
  name: string,
  answer: (exchange: Exchange) => Promise<void>,
): RequestListener {
  return (httpRequest, httpResponse) => {
    const trace = traceOf(httpRequest.headers);
    const facts: Facts = { function: name, method: httpRequest.method };
    const exchange = { httpRequest, httpResponse, trace, facts };
    const began = performance.now();
    setHeaders(httpResponse);
    answer(exchange)
      .catch((error: unknown) => {
        refuse(exchange, error);
      })
      .finally(() => {
        facts.status ??= httpResponse.statusCode;
        log('INFO', 'request', { ...facts, ms: Math.round(performance.now() - began) }, trace);
      });
  };
}

/** One line for the operators, with what is known of the request by then. */
export function noteOn({ facts, trace }: Exchange): Note {
  return (event, noted, severity = 'INFO') => {
    log(severity, event, { ...facts, ...noted }, trace);
  };
}

function refuse(exchange: Exchange, error: unknown): void {
  const { httpRequest, httpResponse, trace } = exchange;
  const problem = noted(exchange, error);
  discardBody(httpRequest);
  if (httpResponse.headersSent) httpResponse.destroy();
  else sendProblem(httpResponse, problem, trace);
}

/** What is 5xx is logged by its stack; what is 4xx is told, and stands in the request's line. */
export function noted({ facts, trace }: Exchange, error: unknown): Problem {
  const problem = asProblem(error);
  const { status } = catalogue[problem.code];
  Object.assign(facts, { status, code: problem.code });
  if (status >= 500) logDefect(problem.cause ?? problem, facts, trace);
  return problem;
}
