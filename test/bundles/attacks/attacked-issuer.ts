import { generateKeyPairSync } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { issuerHost } from '../../../tools/deployed-service/platform.ts';
import { type Signer, signed } from '../../service/attacks/forged-tokens.ts';

export interface AttackedIssuer {
  listener: RequestListener;
  audience: string;
  signer: Signer;
  token: (workspace: string, role?: string) => Promise<string>;
  /** How often it was asked for its keys. */
  asked: () => number;
}

/** An issuer whose key the attacks have: they sign with it what nobody should take. */
export function attackedIssuer(now: () => Date): AttackedIssuer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = 'of-the-issuer';
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  const audience = 'urn:bigquery-connector:api';
  let asked = 0;
  return {
    audience,
    signer: { key: privateKey, kid },
    asked: () => asked,
    listener: (_httpRequest, httpResponse) => {
      asked += 1;
      httpResponse.writeHead(200, { 'content-type': 'application/json' });
      httpResponse.end(JSON.stringify({ keys: [jwk] }));
    },
    token: async (workspace, role = 'editor') => {
      const iat = Math.floor(now().getTime() / 1000);
      const claims = {
        iss: `https://${issuerHost}/issuer`,
        aud: audience,
        sub: `${role}@${workspace}`,
        iat,
        exp: iat + 12 * 60 * 60,
        workspace,
        role,
      };
      return signed({ alg: 'RS256', typ: 'at+jwt', kid }, claims, privateKey);
    },
  };
}
