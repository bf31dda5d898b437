import http, { type RequestListener } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { refuseUnread } from '../../shared/http/refuse-unread.ts';

const listener: RequestListener = (_httpRequest, httpResponse) => {
  httpResponse.end('heard');
};

/** What is answered to bytes that are sent as they are. */
async function answerTo(bytes: string, heard: RequestListener = listener) {
  const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const server = http.createServer(heard);
  refuseUnread(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const told = await text(socket).catch(() => 'broken off');
  const [head = '', body = ''] = told.split('\r\n\r\n');
  return { head, body, log: logged.mock.calls.flat().join('\n') };
}

const host = 'Host: app.example\r\n';
const key = '-----BEGIN PRIVATE KEY-----MARK';

test.each([
  [
    431,
    'head-too-large',
    `GET /?key=${encodeURI(key).padEnd(20_000, 'x')} HTTP/1.1\r\n${host}\r\n`,
  ],
  [431, 'head-too-large', `GET / HTTP/1.1\r\n${host}X-Key: ${key.padEnd(20_000, 'x')}\r\n\r\n`],
  [400, 'head-unreadable', `${key}\r\n\r\n`],
  [400, 'head-unreadable', `GET / HTTP/1.1\r\n${host}X-Key: ${key}\0\r\n\r\n`],
  [
    400,
    'head-unreadable',
    `POST / HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 4\r\n\r\n`,
  ],
])('what Node cannot read is a problem too: %i %s', async (status, code, bytes) => {
  const { head, body, log } = await answerTo(bytes);

  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} [A-Z]`));
  expect(head).toContain('content-type: application/problem+json; charset=utf-8');
  const problem = JSON.parse(body) as Record<string, unknown>;
  expect(problem).toMatchObject({ status, code });
  const trace = String(problem.instance).split(':').at(-1) ?? 'none';
  expect(log).toContain(`"trace":"${trace}"`);
  expect(body + head + log).not.toContain('MARK');
});

test('an answer that has begun is broken off, not spoilt by another one', async () => {
  const { head, body } = await answerTo(
    `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nMARK\r\n`,
    (_httpRequest, httpResponse) => {
      httpResponse.writeHead(200, { 'content-length': '1000' });
      httpResponse.write('begun');
    },
  );

  expect(head + body).not.toContain('400');
});

test('who expects what nobody promised is answered all the same', async () => {
  const { head, body } = await answerTo(
    `GET / HTTP/1.1\r\n${host}Expect: the-impossible\r\nConnection: close\r\n\r\n`,
  );

  expect([head.split('\r\n')[0], body]).toEqual(['HTTP/1.1 200 OK', 'heard']);
});
