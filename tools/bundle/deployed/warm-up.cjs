'use strict';
// Run where the function is built (`gcp-build`): starts it in the functions framework, with canned answers in the place
// of Google and of the issuer, asks what callers ask, and ends it. What V8 compiled meanwhile, the framework included,
// is left in .compile-cache, so that no cold start compiles it again. It fails quietly: without the cache all is the
// same, only later.
const { spawn } = require('node:child_process');
const { generateKeyPairSync, sign } = require('node:crypto');
const http = require('node:http');
const https = require('node:https');
const { join } = require('node:path');

const issuer = 'https://issuer.invalid';
const audience = 'warm-up';
const project = 'warm-up-project';
const account = `warm-up@${project}.iam.gserviceaccount.com`;
const functionUrl = 'https://function.invalid';
/** Two functions are called by machines alone, with tokens of Google's. */
const forMachines = /^checkConnectors?$/.test(process.argv[2]);

if (process.env.WARM_UP === 'child') answerForGoogle();
else main().catch((error) => console.log(`No code cache was made: ${error.message}`));

async function main() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'warm-up', alg: 'RS256', use: 'sig' };
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--require', __filename, framework(), `--target=${process.argv[2]}`],
    {
      cwd: __dirname,
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: join(__dirname, '.compile-cache'),
        PORT: String(port),
        WARM_UP: 'child',
        WARM_UP_JWKS: JSON.stringify({ keys: [jwk] }),
        GOOGLE_CLOUD_PROJECT: project,
        FIRESTORE_DATABASE: 'warm-up',
        TOKEN_ISSUER: issuer,
        TOKEN_AUDIENCE: audience,
        TOKEN_JWKS_URI: `${issuer}/jwks`,
        PAGE_ORIGINS: 'https://page.invalid',
        PAGE_TOKEN_KEY: '00'.repeat(32),
        PAGE_URL: 'https://page.invalid',
        FUNCTIONS_URL: 'https://page.invalid',
        SIGN_IN_CLIENT_ID: 'warm-up',
        SIGN_IN_AUTHORIZATION_ENDPOINT: `${issuer}/authorize`,
        SIGN_IN_TOKEN_ENDPOINT: `${issuer}/token`,
        HEALTH_TOPIC: 'warm-up',
        TASK_QUEUE: `projects/${project}/locations/l/queues/warm-up`,
        CHECK_CONNECTOR_URL: functionUrl,
        CHECK_CONNECTORS_URL: functionUrl,
        TASK_INVOKER: account,
        SCHEDULE_INVOKER: account,
      },
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const authorization = `Bearer ${token(privateKey)}`;
    for (const call of calls(privateKey)) await ask(port, authorization, call, child);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function framework() {
  return require
    .resolve('@google-cloud/functions-framework', { paths: [__dirname] })
    .replace(/index\.js$/, 'main.js');
}

/** What callers ask of any function; what this one does not promise, it refuses at once. */
function calls(privateKey) {
  const id = (kind) => `${kind}-${'0'.repeat(26)}`;
  const field = { dataset: 'd', table: 't', column: 'c', contactKey: { type: 'email' } };
  const json = (method, path, body) => ({
    method,
    path,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  if (forMachines) {
    const task = { workspace: 'warm-up', connectorId: id('con') };
    return [json('POST', '/', {}), json('POST', '/', task)];
  }
  return [
    { method: 'GET', path: '/' },
    { method: 'GET', path: `/?keyId=${id('key')}` },
    { method: 'GET', path: `/${id('con')}` },
    json('POST', '/', { name: 'Warm', validationId: id('val') }),
    json('POST', '/', { keyId: id('key'), purposes: ['import'], uniqueContactField: field }),
    { method: 'POST', path: '/', type: 'application/octet-stream', body: keyFile(privateKey) },
    { method: 'DELETE', path: `/${id('con')}`, etag: '"etag"' },
    json('POST', `/${id('con')}/restore`, {}),
    json('PUT', `/${id('con')}`, { paused: true }),
  ];
}

function keyFile(privateKey) {
  return JSON.stringify({
    type: 'service_account',
    project_id: project,
    private_key_id: '0'.repeat(40),
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    client_email: account,
    token_uri: 'https://oauth2.googleapis.com/token',
  });
}

function token(privateKey) {
  const now = Math.floor(Date.now() / 1000);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const lived = { sub: 'warm-up', iat: now, exp: now + 600 };
  const ofUser = { iss: issuer, aud: audience, workspace: 'warm-up', role: 'editor' };
  const ofMachine = { iss: 'https://accounts.google.com', aud: functionUrl, email: account };
  const claims = forMachines
    ? { ...lived, ...ofMachine, email_verified: true }
    : { ...lived, ...ofUser };
  const text = `${part({ alg: 'RS256', kid: 'warm-up', typ: 'at+jwt' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

async function freePort() {
  const server = http.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks, and again while the function is not up yet. */
async function ask(port, authorization, { method, path, type, body, etag }, child) {
  const headers = {
    authorization,
    ...(type && { 'content-type': type }),
    ...(etag && { 'if-match': etag }),
  };
  for (const end = Date.now() + 20_000; Date.now() < end && child.exitCode === null;) {
    const answered = await new Promise((resolve) => {
      const asked = http.request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        answer.resume().once('end', () => resolve(true));
      });
      asked.once('error', () => resolve(false)).end(body);
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** In the function's process: whatever host is asked, a server of this process answers. */
function answerForGoogle() {
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.once('end', () => {
      const {
        status = 200,
        type = 'application/json',
        text,
      } = canned(request.url, Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': type, 'metadata-flavor': 'Google' }).end(text);
    });
  });
  server.listen(0, '127.0.0.1').unref();
  const ask = http.request;
  const redirected = (given, options, answered) => {
    const merged =
      typeof given === 'object' && !(given instanceof URL)
        ? given
        : { ...urlOf(given), ...(typeof options === 'object' ? options : {}) };
    const heard = [given, options, answered].find((one) => typeof one === 'function');
    return ask(
      {
        ...merged,
        protocol: 'http:',
        agent: undefined,
        host: '127.0.0.1',
        hostname: '127.0.0.1',
        port: server.address().port,
      },
      heard,
    );
  };
  const get = (...given) => {
    const asked = redirected(...given);
    asked.end();
    return asked;
  };
  Object.assign(https, { request: redirected, get });
  Object.assign(http, { request: redirected, get });
}

const urlOf = (given) => {
  const { pathname, search } = new URL(given);
  return { path: pathname + search };
};

function canned(url, body) {
  if (url === '/jwks' || url === '/oauth2/v3/certs') return { text: process.env.WARM_UP_JWKS };
  if (url.startsWith('/computeMetadata'))
    return { text: JSON.stringify({ access_token: 'x', expires_in: 3600, token_type: 'Bearer' }) };
  const at = new Date().toISOString();
  if (url.includes(':runAggregationQuery'))
    return {
      text: JSON.stringify([
        { result: { aggregateFields: { aggregate_0: { integerValue: '0' } } }, readTime: at },
      ]),
    };
  if (url.includes(':runQuery')) return { text: JSON.stringify([{ readTime: at }]) };
  if (url.includes(':beginTransaction')) return { text: JSON.stringify({ transaction: 'AAAA' }) };
  if (url.includes(':batchGet')) {
    const { documents = [], newTransaction } = JSON.parse(body);
    const missing = documents.map((name) => ({ missing: name, readTime: at }));
    return {
      text: JSON.stringify(newTransaction ? [{ transaction: 'AAAA' }, ...missing] : missing),
    };
  }
  if (url.includes(':commit')) {
    const { writes = [] } = JSON.parse(body);
    return {
      text: JSON.stringify({
        writeResults: writes.map(() => ({ updateTime: at })),
        commitTime: at,
      }),
    };
  }
  if (url.includes(':rollback')) return { text: '{}' };
  return {
    status: 404,
    text: JSON.stringify({ error: { code: 404, status: 'NOT_FOUND', message: 'warm-up' } }),
  };
}
