import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tlsCertificate } from './tls-certificate.ts';

export interface GoogleFront {
  /** The ports of this machine at which 443 and 80 of the hosts are. */
  ports: Record<number, number>;
  hosts: string[];
  /** In PEM: who is to believe the front needs it. */
  authority: string;
  close: () => void;
}

/** Hosts of the internet on this machine: over TLS at one port, without at another, told apart by their names. */
export async function googleFront(hosts: Record<string, RequestListener>): Promise<GoogleFront> {
  const names = Object.keys(hosts);
  const { key, cert } = tlsCertificate(names);
  const listener: RequestListener = (httpRequest, httpResponse) => {
    const [host = ''] = (httpRequest.headers.host ?? '').split(':');
    const answer = hosts[host];
    if (answer) answer(httpRequest, httpResponse);
    else httpResponse.writeHead(421).end();
  };
  const servers = [https.createServer({ key, cert }, listener), http.createServer(listener)];
  const [tls = 0, plain = 0] = await Promise.all(servers.map(listen));
  return {
    ports: { 443: tls, 80: plain },
    hosts: names,
    authority: cert,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Hands a request on to another server of this machine. */
export function handOn(
  port: number,
  change: (headers: http.OutgoingHttpHeaders) => http.OutgoingHttpHeaders = (headers) => headers,
): RequestListener {
  return (httpRequest: IncomingMessage, httpResponse: ServerResponse) => {
    const { method, url: path, headers } = httpRequest;
    const asked = http.request(
      { host: '127.0.0.1', port, method, path, headers: change({ ...headers }) },
      (answer) => {
        httpResponse.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(httpResponse);
        answer.once('error', () => httpResponse.destroy());
      },
    );
    asked.once('error', () => httpResponse.destroy());
    httpResponse.once('close', () => asked.destroy());
    httpRequest.pipe(asked);
  };
}
