import { CallFailed } from './call-failed.ts';
import { authorized, type Tokens } from './authorized.ts';
import type { Report, Schemas, Send } from './client.ts';
import type { Config } from './config.ts';
import { readStream, type Watched } from './read-stream.ts';

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
    ? await readStream(streamed, { signal, onCheck })
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
