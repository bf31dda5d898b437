import type { ServerResponse } from 'node:http';

/** Server-sent events over one response (https://html.spec.whatwg.org/#server-sent-events): one JSON line each. */
export interface EventStream {
  send(event: string, data: unknown): void;
  readonly begun: boolean;
  end(): void;
}

const heartbeatMs = 5_000;

export function eventStream(httpResponse: ServerResponse): EventStream {
  let beat: NodeJS.Timeout | undefined;
  const begin = () => {
    httpResponse.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    beat = setInterval(() => httpResponse.write(': still at work\n\n'), heartbeatMs);
  };
  return {
    get begun() {
      return beat !== undefined;
    },
    send(event, data) {
      if (httpResponse.destroyed || httpResponse.writableEnded) return;
      if (beat === undefined) begin();
      httpResponse.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end() {
      clearInterval(beat);
      httpResponse.end();
    },
  };
}
