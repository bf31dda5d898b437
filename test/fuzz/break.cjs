'use strict';
// Preloaded into the service: answers of five calls become what no call promised. Fuzzing has to find each of them.
const http = require('node:http');

const problem = (status, code) => [
  status,
  'application/problem+json; charset=utf-8',
  JSON.stringify({ status, code }),
];
const instead = {
  'GET /list-connectors': () => problem(500, 'internal'),
  'GET /list-connectors/health-summary': () => [418, 'application/json; charset=utf-8', '{}'],
  'GET /list-connectors/caller': () => [200, 'application/json; charset=utf-8', '{"subject":1}'],
  'GET /list-connectors/deleted': () => problem(400, 'no-such-code'),
  'POST /upload-key': () => [422, 'text/html', '<html>no</html>'],
};

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, httpRequest, httpResponse, ...rest) {
  const path = event === 'request' ? httpRequest.url.split('?')[0].replace(/\/$/, '') : '';
  const broken = instead[`${httpRequest?.method} ${path}`];
  const fuzzed = /schemathesis/.test(httpRequest?.headers?.['user-agent'] ?? '');
  if (!broken || !fuzzed) return emit.call(this, event, httpRequest, httpResponse, ...rest);
  const [status, type, body] = broken();
  httpRequest.resume();
  httpResponse.writeHead(status, { 'content-type': type }).end(body);
  return true;
};
