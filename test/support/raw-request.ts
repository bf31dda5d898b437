import http from 'node:http';

export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  json: Record<string, unknown>;
}

interface RawOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A request exactly as it is written: its path is not tidied, and its answer not inflated. */
export async function rawRequest(
  origin: string,
  path: string,
  { body, ...options }: RawOptions = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = http.request({ hostname, port, path, agent: false, ...options }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        const isJson = (answer.headers['content-type'] ?? '').includes('json');
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes,
          text,
          json:
            isJson && text !== '' && !answer.headers['content-encoding']
              ? (JSON.parse(text) as Record<string, unknown>)
              : {},
        });
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}
