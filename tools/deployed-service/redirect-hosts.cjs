'use strict';
// Preloaded into a deployed function's process: whoever asks one of these hosts is connected to this machine instead.
// The function itself knows nothing of it; names, TLS and certificates are checked as ever. Where it is told an address
// of its own, whoever answers can tell one process from the other.
const net = require('node:net');

const { hosts, ports } = JSON.parse(process.env.REDIRECT_HOSTS);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...given) {
  const normalized = Array.isArray(given[0]) ? given[0] : given;
  const [options, ...rest] = normalized;
  if (typeof options !== 'object' || options.host === '127.0.0.1' || options.path) {
    return connect.apply(this, given);
  }
  const port = ports[options.port];
  if (!hosts.includes(options.host) || port === undefined) {
    this.destroy(new Error(`The network ends at this machine: ${options.host}:${options.port}`));
    return this;
  }
  const localAddress = process.env.REDIRECT_FROM;
  const redirected = [
    { ...options, host: '127.0.0.1', port, ...(localAddress && { localAddress }) },
    ...rest,
  ];
  // Node marks arguments that it has put in order already, with a symbol of its own.
  for (const mark of Object.getOwnPropertySymbols(normalized)) redirected[mark] = normalized[mark];
  return Array.isArray(given[0]) ? connect.call(this, redirected) : connect.apply(this, redirected);
};
