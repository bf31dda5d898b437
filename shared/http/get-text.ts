import http from 'node:http';
import https from 'node:https';

export interface GetTextLimits {
  mostBytes: number;
  timeoutMs: number;
}

/**
 * The text under a URL; refuses every status but 200, and so every redirect. Node's own client: its `fetch` costs a
 * cold start some 25 ms of CPU more (docs/decisions).
 */
export async function getText(url: string, limits: GetTextLimits): Promise<string> {
  const client = url.startsWith('https:') ? https : http;
  const signal = AbortSignal.timeout(limits.timeoutMs);
  return new Promise((resolve, reject) => {
    const asked = client.get(url, { signal, headers: { accept: 'application/json' } }, (answer) => {
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Uint8Array) => {
        bytes += chunk.length;
        if (bytes > limits.mostBytes) asked.destroy(new RangeError('The answer is too large.'));
        else chunks.push(chunk);
      });
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks).toString());
        else reject(new Error(`The answer has status ${String(answer.statusCode)}.`));
      });
    });
    asked.once('error', reject);
  });
}
