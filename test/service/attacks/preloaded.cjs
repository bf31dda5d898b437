'use strict';
// Preloaded into a service's process by the attacks: a clock that a test moves, and a count of the questions for the
// issuer's keys. The service itself knows nothing of it.
const { appendFileSync, readFileSync } = require('node:fs');
const { subscribe } = require('node:diagnostics_channel');

const { ATTACKS_CLOCK: clock, ATTACKS_JWKS: counted } = process.env;

if (counted) {
  subscribe('http.server.request.start', ({ request }) => {
    if (request.url.endsWith('/jwks')) appendFileSync(counted, '.');
  });
}

if (clock) {
  const now = () => realNow() + Number(readFileSync(clock, 'utf8'));
  const realNow = Date.now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => (given.length === 0 ? new target(now()) : new target(...given)),
    apply: (target) => new target(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
