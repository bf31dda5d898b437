import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

export type Claims = Record<string, unknown>;

/** The issuer's own key. */
export interface Signer {
  key: KeyObject;
  kid: string;
}

export const encode = (part: object | string): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

export function signed(header: object, claims: object | string, key: KeyObject): string {
  const body = `${encode(header)}.${encode(claims)}`;
  return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`;
}

/** Every token of THREATS rows 1 to 5, made with the local issuer's own key where it takes one. */
export function forgedTokens(
  genuine: string,
  { key: issuer }: Signer,
  listenerPort: number,
  mark: string,
): Record<string, string[]> {
  const publicKey = createPublicKey(issuer);
  const [head = '', body = '', mark3 = ''] = genuine.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
  const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = attacker.publicKey.export({ format: 'jwk' });
  const now = Math.floor(Date.now() / 1000);
  const own = (changed: Claims) => signed(header, { ...claims, ...changed }, issuer);
  const without = (name: string) => {
    const { [name]: _, ...rest } = claims;
    return signed(header, rest, issuer);
  };
  const hmac = (key: string | Buffer) => {
    const text = `${encode({ ...header, alg: 'HS256' })}.${body}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const workspaces = (...values: unknown[]) => values.map((workspace) => own({ workspace }));
  const roles = (...values: unknown[]) => values.map((role) => own({ role }));
  const iss = String(claims.iss);
  const link = `http://127.0.0.1:${String(listenerPort)}/key`;
  const { workspace: _, ...noWorkspace } = claims;
  return {
    'alg-none': [`${encode({ alg: 'none', typ: 'JWT' })}.${body}.`],
    'alg-none-mixed-case': [`${encode({ ...header, alg: 'nOnE' })}.${body}.${mark3}`],
    'hs256-public-key': [
      hmac(spki),
      hmac(spki.trimEnd()),
      hmac(publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()),
      hmac(publicKey.export({ type: 'spki', format: 'der' })),
    ],
    'attacker-key-known-kid': [signed(header, claims, attacker.privateKey)],
    'embedded-jwk': [
      signed({ ...header, jwk }, claims, attacker.privateKey),
      signed({ alg: 'RS256', typ: 'at+jwt', jwk }, claims, attacker.privateKey),
    ],
    'unknown-kid': [
      signed({ ...header, kid: randomBytes(8).toString('hex') }, claims, attacker.privateKey),
    ],
    'jku-and-x5u-to-listener': [
      signed({ ...header, jku: link, x5u: link }, claims, attacker.privateKey),
    ],
    'wrong-issuer': [own({ iss: 'https://issuer.evil.example' })],
    'wrong-audience': [own({ aud: 'https://another-api.example' })],
    'issuer-trailing-slash': [
      own({ iss: `${iss}/` }),
      own({ iss: [iss] }),
      own({ iss: iss.toUpperCase() }),
      own({ iss: iss.replace(/^https?:/, (scheme) => (scheme === 'http:' ? 'https:' : 'http:')) }),
    ],
    expired: [own({ exp: now - 3600, iat: now - 7200 })],
    'expired-20s-ago': [own({ exp: now - 20, iat: now - 600 })],
    'no-exp': [without('exp')],
    'nbf-future': [own({ nbf: now + 600 })],
    'workspace-array': workspaces(['a', 'b'], ['a']),
    'workspace-dotdot': workspaces('../a', '..', '.', 'a/..', 'x/../a'),
    'workspace-object': workspaces({ id: 'a' }, { toString: 'a' }),
    'workspace-missing': [signed(header, noWorkspace, issuer), own({ workspace: null })],
    'workspace-dunder': workspaces('__a__', '__proto__', 'constructor'),
    'workspace-nul': workspaces('a\0', 'a\0b'),
    'very-long': [own({ long: 'x'.repeat(100_000) })],
    'role-owner': roles('owner', 'admin', '*'),
    'role-missing': [without('role'), ...roles(null, '', [])],
    'role-substring': roles('non-editor viewer', 'editors'),
    'duplicate-workspace-A-then-B': [
      signed(
        header,
        JSON.stringify(noWorkspace).replace(/\}$/, ',"workspace":"a","workspace":"b"}'),
        issuer,
      ),
    ],
    [`garbage with {{MARK}}`]: [`eyJ${mark}.x.y`],
    garbage: ['garbage'],
  };
}

/** As many tokens, each under a `kid` that nobody has heard of. */
export function forgedUnknownKids(genuine: string, { key }: Signer, count: number): string[] {
  const [head = '', body = ''] = genuine.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
  const claims = Buffer.from(body, 'base64url').toString();
  return Array.from({ length: count }, () =>
    signed({ ...header, kid: randomBytes(8).toString('hex') }, claims, key),
  );
}
