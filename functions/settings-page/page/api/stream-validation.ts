import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { CallFailed, type Problem } from './call-failed.ts';
import { authorized, type Tokens } from './authorized.ts';
import type { Check, Report, Schemas, Send } from './client.ts';
import type { Config } from './config.ts';

export interface Watched {
  signal: AbortSignal;
  onCheck: (check: Check) => void;
}

/**
 * Validates, and tells of each check as it ends. A stream that breaks off is gone on without: the same is asked once
 * more for its report alone. That costs the reader's patience and no money, since Google answers the same query from
 * its cache; a second stream could break off as the first did, behind whatever buffers or cuts it.
 */
export async function streamValidation(
  config: Pick<Config, 'functions'>,
  tokens: Tokens,
  asked: Schemas['ValidateConnectionRequest'],
  { signal, onCheck }: Watched,
): Promise<Report> {
  const send = carried(authorized(config, tokens), signal);
  const streamed = await send(request(asked, 'text/event-stream', signal));
  if (!streamed.ok) throw await CallFailed.of(streamed);
  const report = streamed.headers.get('content-type')?.startsWith('text/event-stream')
    ? await readStream(streamed, signal, onCheck)
    : ((await streamed.json()) as Report);
  if (report) return report;
  const whole = await send(request(asked, 'application/json', signal));
  if (!whole.ok) throw await CallFailed.of(whole);
  return (await whole.json()) as Report;
}

function request(asked: object, accept: string, signal: AbortSignal): Request {
  return new Request(new URL('/validate-connection/', location.origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(asked),
    signal,
  });
}

/** What the network does not carry is a failed call; what was called off stays an AbortError, and tokens' errors theirs. */
function carried(send: Send, signal: AbortSignal): Send {
  return async (request) => {
    try {
      return await send(request);
    } catch (error) {
      if (error instanceof TypeError && !signal.aborted) throw new CallFailed(undefined);
      throw error;
    }
  };
}

/** The report at the stream's end; undefined where it broke off before. A problem in the stream is thrown. */
async function readStream(
  { body }: Response,
  signal: AbortSignal,
  onCheck: (check: Check) => void,
): Promise<Report | undefined> {
  let report: Report | undefined;
  let problem: Problem | undefined;
  const parser = createParser({
    onEvent({ event, data }: EventSourceMessage) {
      if (event === 'check') onCheck(JSON.parse(data) as Check);
      if (event === 'report') report = JSON.parse(data) as Report;
      if (event === 'problem') problem = JSON.parse(data) as Problem;
    },
  });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read())
      parser.feed(next.value);
  } catch (error) {
    if (signal.aborted) throw error;
  }
  if (problem) throw new CallFailed(problem);
  return report;
}
