import http, { type RequestListener } from 'node:http';

/**
 * Hands a request on to another server of this machine, whose answers name addresses of a deployment: those are told as
 * the ones where the same is here. Nothing is compressed on the way, so that they are found.
 */
export function handOnTranslated(port: number, words: Record<string, string>): RequestListener {
  const translate = (text: string): string =>
    Object.entries(words).reduce((told, [there, here]) => told.replaceAll(there, here), text);
  return (httpRequest, httpResponse) => {
    const { method, url: path, headers } = httpRequest;
    const plain = { ...headers, 'accept-encoding': 'identity' };
    const asked = http.request(
      { host: '127.0.0.1', port, method, path, headers: plain },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () => {
          const body = Buffer.from(translate(Buffer.concat(chunks).toString()));
          for (const [name, value = ''] of Object.entries(answer.headers))
            httpResponse.setHeader(name, translate(String(value)));
          httpResponse.writeHead(answer.statusCode ?? 502, { 'content-length': body.length });
          httpResponse.end(body);
        });
      },
    );
    asked.once('error', () => httpResponse.destroy());
    httpRequest.pipe(asked);
  };
}
