/** What is asked for before the screen that needs it has been read: it finds the answer, or the asking, there. */
export interface Ahead {
  /** Begins to ask; of each address the first who asks for the same gets the answer. */
  begin: (addresses: string[]) => void;
}

type Send = (request: Request) => Promise<Response>;

/** Whoever comes later than that wants to know how things are by then. */
const freshMs = 5_000;

export function withAhead(send: Send): Ahead & { send: Send } {
  const asked = new Map<string, Promise<Response>>();
  return {
    begin(addresses) {
      for (const address of addresses) {
        const request = new Request(new URL(address, location.origin));
        const answer = send(request);
        answer.catch(() => undefined); // it is told to who asks
        asked.set(keyOf(request), answer);
        setTimeout(() => asked.delete(keyOf(request)), freshMs);
      }
    },
    async send(request) {
      const key = keyOf(request);
      const begun = request.method === 'GET' ? asked.get(key) : undefined;
      if (!begun) return send(request);
      asked.delete(key);
      return unlessAborted(begun, request.signal);
    },
  };
}

async function unlessAborted(begun: Promise<Response>, signal: AbortSignal): Promise<Response> {
  signal.throwIfAborted();
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  return Promise.race([begun, left]);
}

/** The same question is the same however its parameters are put. */
function keyOf({ url }: Request): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.sort();
  return `${pathname}?${searchParams.toString()}`;
}
