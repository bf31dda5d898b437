import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { encode } from '../forged-tokens.ts';
import { likeGenuine, opensNothing } from './like-genuine.ts';
import type { MoreAttack } from './trying.ts';

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
];
