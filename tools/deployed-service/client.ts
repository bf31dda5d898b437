import http from 'node:http';

export interface Call {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  json: Record<string, unknown>;
}

/** One request to a function on a connection of its own. */
export async function ask(
  port: number,
  { method = 'GET', path, headers = {}, body }: Call,
  agent: http.Agent | false = false,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = http.request(
      { host: '127.0.0.1', port, method, path, headers, agent },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode: status = 0, headers: told } = answer;
          resolve({ status, headers: told, text, json: objectIn(text) });
        });
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
