'use strict';
// Preloaded into a deployed function's process: makes it tell a secret at one place. What looks for secrets has to find it.
const http = require('node:http');

const { at, text, other = {} } = JSON.parse(process.env.SABOTAGE);
const encoded = Buffer.from(text).toString('base64url');
const inAnswer = {
  stdout: () => console.log(`could not read ${encoded}`),
  stderr: () => process.stderr.write(`${text}\n`),
  header: (response) => response.setHeader('x-debug', encoded),
};

const writeHead = http.ServerResponse.prototype.writeHead;
http.ServerResponse.prototype.writeHead = function (...given) {
  inAnswer[at]?.(this);
  return writeHead.apply(this, given);
};

const end = http.ServerResponse.prototype.end;
http.ServerResponse.prototype.end = function (chunk, ...rest) {
  const tells = at === 'answer' && typeof chunk === 'string' && chunk.startsWith('{');
  return end.call(
    this,
    tells ? `${chunk.slice(0, -1)},"debug":${JSON.stringify(text)}}` : chunk,
    ...rest,
  );
};

const addTo = {
  documents(host, path, body) {
    if (host !== 'firestore.googleapis.com' || !path.includes(':commit')) return;
    for (const { update } of body.writes ?? [])
      if (update?.fields) update.fields.debug = { stringValue: text };
  },
  messages(host, _path, body) {
    if (host === 'pubsub.googleapis.com') body.messages[0].attributes.debug = encoded.slice(0, 900);
  },
  tasks(host, _path, body) {
    if (host === 'cloudtasks.googleapis.com') body.task.httpRequest.headers['x-debug'] = encoded;
  },
  secrets(host, path, body) {
    if (host === 'secretmanager.googleapis.com' && path.includes('secretId='))
      body.annotations.debug = text;
  },
};

const send = http.ClientRequest.prototype.end;
http.ClientRequest.prototype.end = function (chunk, ...rest) {
  if (at === 'wall' && this.host === 'firestore.googleapis.com') {
    this.path = this.path.replaceAll(other.mine, other.theirs);
    if (typeof chunk === 'string')
      chunk = resized(this, chunk.replaceAll(other.mine, other.theirs));
  }
  if (addTo[at] && typeof chunk === 'string' && chunk.startsWith('{')) {
    const body = JSON.parse(chunk);
    addTo[at](this.host, this.path, body);
    chunk = resized(this, JSON.stringify(body));
  }
  return send.call(this, chunk, ...rest);
};

function resized(request, text) {
  request.setHeader('content-length', Buffer.byteLength(text));
  return text;
}
