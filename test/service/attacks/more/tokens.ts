import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'vitest';
import { type Claims, encode, signed } from '../forged-tokens.ts';
import type { Stage } from '../stage.ts';
import { type MoreAttack, refusedEach, tryAt } from './trying.ts';

/** A genuine token's parts, and tokens like it that the issuer itself would have signed. */
export function likeGenuine({ known, signer }: Stage) {
  const [head = '', body = ''] = known.tokens.editorA.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  const [header, claims] = [read(head), read(body)];
  return {
    header,
    claims,
    own: (changed: Claims, headed: object = {}) =>
      signed({ ...header, ...headed }, { ...claims, ...changed }, signer.key),
    raw: (text: string) => signed(header, text, signer.key),
    without(name: string) {
      const { [name]: _, ...rest } = claims;
      return signed(header, rest, signer.key);
    },
  };
}

async function opensNothing(stage: Stage, tokens: string[], statuses = [401]): Promise<void> {
  await refusedEach(tokens, statuses, async (bearer) => {
    const answer = await tryAt(stage, 'list-connectors', { bearer });
    if (answer.status !== 200) expect(answer.text).not.toContain(stage.known.words.nameA);
    if (answer.status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    return answer;
  });
  expect(stage.connections()).toBe(0);
}

const now = () => Math.floor(Date.now() / 1000);

export const tokens: MoreAttack[] = [
  {
    threat: 1,
    title: 'no other algorithm than the two is taken, whatever it is signed with',
    async run(stage) {
      const { header, claims, own } = likeGenuine(stage);
      const jwk = createPublicKey(stage.signer.key).export({ format: 'jwk' });
      const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
      const hmac = (alg: string, hash: string, key: string) => {
        const text = `${encode({ ...header, alg })}.${encode(claims)}`;
        return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
      };
      const es256 = () => {
        const text = `${encode({ ...header, alg: 'ES256' })}.${encode(claims)}`;
        const mark = sign('sha256', Buffer.from(text), {
          key: attacker,
          dsaEncoding: 'ieee-p1363',
        });
        return `${text}.${mark.toString('base64url')}`;
      };
      await opensNothing(stage, [
        ...['None', 'NONE', '', 'RS512', 'PS256', 'ES256', 'EdDSA', 'HS256', 'rs256'].map((alg) =>
          own({}, { alg }),
        ),
        own({}, { alg: ['RS256'] }),
        own({}, { alg: null }),
        hmac('HS256', 'sha256', String(jwk.n)),
        hmac('HS256', 'sha256', JSON.stringify({ keys: [jwk] })),
        hmac('HS512', 'sha512', ''),
        es256(),
        `${encode({ ...header, alg: 'none' })}.${encode(claims)}.${'A'.repeat(342)}`,
      ]);
    },
  },
  {
    threat: 1,
    title: 'nothing but the compact form of a JWS is a token',
    async run(stage) {
      const { own } = likeGenuine(stage);
      const [head = '', body = '', mark = ''] = own({}).split('.');
      await opensNothing(stage, [
        `${head}.${body}.`,
        `${head}.${body}`,
        `${head}.${body}.${mark}.`,
        `${head}.${body}.${mark}=`,
        `${head}.${body}.${mark}.${mark}.${mark}`,
        `.${body}.${mark}`,
        `${head}..${mark}`,
        `${head} .${body}.${mark}`,
        `${head}.${body}.${mark}%00`,
        JSON.stringify({ payload: body, protected: head, signature: mark }),
        `${encode({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 2 ** 31 })}.x.x.x.x`,
        `${head}.${encode({ zip: 'DEF' })}.${mark}`,
      ]);
    },
  },
  {
    threat: 2,
    title: 'no kid is a path, a statement or an object, and no header is followed',
    async run(stage) {
      const { own } = likeGenuine(stage);
      const link = `http://127.0.0.1:${stage.known.words.listenerPort ?? ''}/keys`;
      const kids = ['../../../dev/null', "' UNION SELECT 'x", '__proto__', '', link, 'x\0', '0'];
      await opensNothing(stage, [
        ...kids.map((kid) => own({}, { kid })),
        ...[{ a: 1 }, ['of-the-issuer'], null, 7, true].map((kid) => own({}, { kid })),
        own({}, { crit: ['exp'] }),
        own({}, { crit: ['urn:example'], 'urn:example': true }),
        own({}, { crit: [] }),
        own({}, { crit: 'exp' }),
        own({}, { b64: false, crit: ['b64'] }),
        own({}, { kid: undefined, jku: link, x5u: link, x5c: ['AAAA'] }),
      ]);
      // Beside a good signature such members are only words: nothing is fetched.
      await opensNothing(stage, [own({}, { jku: link, x5u: link, jwk: {} })], [200, 401]);
    },
  },
  {
    threat: 3,
    title: 'a token for another audience, of another kind or for its holder alone is refused',
    async run(stage) {
      const { own, claims, without } = likeGenuine(stage);
      const aud = String(claims.aud);
      const audiences = [`${aud}/`, `${aud}x`, aud.toUpperCase(), '', [], ['https://x'], { aud }];
      await opensNothing(stage, [
        ...audiences.map((each) => own({ aud: each })),
        without('aud'),
        without('iss'),
        ...['', null, 7, [String(claims.iss)], `${String(claims.iss)}#`].map((iss) => own({ iss })),
        ...['JWT', 'logout+jwt', 'dpop+jwt', 'secevent+jwt', ''].map((typ) => own({}, { typ })),
        own({}, { typ: undefined }),
        own({ cnf: { jkt: 'x' } }),
        own({ cnf: null }),
        own({ nonce: 'n' }),
        own({ at_hash: 'x' }),
        own({ events: {} }),
      ]);
    },
  },
  {
    threat: 4,
    title: 'a token lives from its birth to its end, which are numbers within a day',
    async run(stage) {
      const { own, without, raw, claims } = likeGenuine(stage);
      const twice = JSON.stringify({ ...claims, exp: 1 }).replace(/\}$/, ',"exp":4102444800}');
      await opensNothing(stage, [
        ...[1e300, -1, 0, '9999999999', null, [], { now: 1 }, true].map((exp) => own({ exp })),
        own({ exp: now() + 10 * 365 * 24 * 3600 }),
        own({ iat: now(), exp: now() + 24 * 3600 + 3600 }),
        own({ iat: now() + 365 * 24 * 3600, exp: now() + 366 * 24 * 3600 }),
        ...['now', null, [], 1e300].map((iat) => own({ iat })),
        ...[now() + 120, '0', [], 1e300].map((nbf) => own({ nbf })),
        own({ exp: now() - 31 - 5, iat: now() - 3600 }),
        without('iat'),
        without('sub'),
        raw(twice),
        raw(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999')),
      ]);
    },
  },
  {
    threat: 5,
    title: 'a claim of another shape is no workspace of anybody, and no role',
    async run(stage) {
      const { own, raw, claims } = likeGenuine(stage);
      const strange = ['a ', ' a', 'a\n', 'a/connectors', 'a%00', 'ａ', 'a\u0301', 'a\u200b', 'а'];
      const inherited = ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
      const { workspace: _, role: __, ...rest } = claims;
      const text = JSON.stringify(rest).slice(0, -1);
      await opensNothing(
        stage,
        [
          ...[...strange, ...inherited, 'x'.repeat(65), 7, true, [['a']], { a: 'a' }].map(
            (workspace) => own({ workspace }),
          ),
          ...['EDITOR', 'editor ', 'editor\0', ['editor'], { editor: true }, 1, true].map((role) =>
            own({ role }),
          ),
          raw(`${text},"__proto__":{"workspace":"a","role":"editor"}}`),
          raw(`${text},"constructor":{"prototype":{"workspace":"a","role":"editor"}}}`),
        ],
        [401, 403],
      );
      const other = await tryAt(stage, 'list-connectors', { bearer: own({ workspace: 'A' }) });
      expect([other.status, other.json.connectors]).toEqual([200, []]); // not a's
    },
  },
  {
    threat: 6,
    title: 'a good token behind another door, or beside a second one, is no token',
    async run(stage) {
      const { editorA } = stage.known.tokens;
      const doors: Record<string, string | string[]>[] = [
        { 'x-serverless-authorization': `Bearer ${editorA}` },
        { 'x-authorization': `Bearer ${editorA}` },
        { 'proxy-authorization': `Bearer ${editorA}` },
        { cookie: `access_token=${editorA}; Authorization=${editorA}` },
        { authorization: editorA },
        { authorization: `Basic ${btoa(`editor:${editorA}`)}` },
        { authorization: `Token ${editorA}` },
        { authorization: `Bearer\t${editorA}` },
        { authorization: `Bearer ${editorA}, Bearer ${editorA}` },
        { authorization: `Bearer ${editorA},` },
        { authorization: `Bearer "${editorA}"` },
        { authorization: [`Bearer ${editorA}`, `Bearer ${editorA}`] },
      ];
      await refusedEach(doors, [400, 401], async (headers) =>
        tryAt(stage, 'list-connectors', { headers, bearer: undefined }),
      );
    },
  },
];
