import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { CallFailed, type Problem } from './call-failed.ts';
import type { Check, Report } from './client.ts';

export interface Watched {
  signal: AbortSignal;
  onCheck: (check: Check) => void;
}

/** The report at the stream's end; undefined where it broke off before. A problem in the stream is thrown. */
export async function readStream(
  { body }: Pick<Response, 'body'>,
  { signal, onCheck }: Watched,
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
