import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { RequestListener } from 'node:http';

/** Google's own OIDC tokens, which say that one of its service accounts is asking. */
export interface IdTokens {
  /** Its keys, as https://www.googleapis.com/oauth2/v3/certs gives them. */
  keys: RequestListener;
  /** A token as the schedule and the queue carry it, with claims changed as told. */
  sign: (account: string, audience: string, claims?: object) => Promise<string>;
}

const lifeSeconds = 3600;

export async function createIdTokens(now: () => Date = () => new Date()): Promise<IdTokens> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'google-1', alg: 'RS256', use: 'sig' };
  return {
    keys: (_httpRequest, httpResponse) => {
      httpResponse.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
      httpResponse.end(JSON.stringify({ keys: [jwk] }));
    },
    sign: async (account, aud, claims = {}) => {
      const iat = Math.floor(now().getTime() / 1000);
      const usual = {
        iss: 'https://accounts.google.com',
        aud,
        azp: account,
        sub: '104857600104857600104',
        email: account,
        email_verified: true,
        iat,
        exp: iat + lifeSeconds,
      };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' })
        .sign(privateKey);
    },
  };
}
