import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { RequestListener } from 'node:http';

/** Google's own OIDC tokens, which say that one of its service accounts is asking. */
export interface IdTokens {
  /** Its keys, as https://www.googleapis.com/oauth2/v3/certs gives them. */
  keys: RequestListener;
  /** A token as the schedule and the queue carry it, with claims changed as told. */
  sign: (account: string, audience: string, claims?: object) => Promise<string>;
}

const lifetime = '1h';

export async function createIdTokens(): Promise<IdTokens> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'google-1', alg: 'RS256', use: 'sig' };
  return {
    keys: (_httpRequest, httpResponse) => {
      httpResponse.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
      httpResponse.end(JSON.stringify({ keys: [jwk] }));
    },
    sign: async (account, audience, claims = {}) =>
      new SignJWT({ azp: account, email: account, email_verified: true, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' })
        .setIssuer('https://accounts.google.com')
        .setSubject('104857600104857600104')
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey),
  };
}
