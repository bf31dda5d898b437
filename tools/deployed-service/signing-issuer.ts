import type { RequestListener } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { issuerHost } from './platform.ts';

export interface SigningIssuer {
  /** Answers what the issuer's host is asked: its keys. */
  listener: RequestListener;
  audience: string;
  token: (workspace: string, role?: string) => Promise<string>;
}

/** An issuer that signs whatever is asked of it: for instances of functions that nobody else reaches. */
export async function signingIssuer(): Promise<SigningIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'signing', alg: 'RS256', use: 'sig' };
  const audience = 'urn:bigquery-connector:api';
  return {
    audience,
    listener: (_httpRequest, httpResponse) => {
      httpResponse.writeHead(200, { 'content-type': 'application/json' });
      httpResponse.end(JSON.stringify({ keys: [jwk] }));
    },
    token: (workspace, role = 'editor') =>
      new SignJWT({ workspace, role })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: jwk.kid })
        .setIssuer(`https://${issuerHost}/issuer`)
        .setAudience(audience)
        .setSubject(`${role}@${workspace}`)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
  };
}
