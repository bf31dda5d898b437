import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import { secretFile } from './secret-file.ts';

const secrets = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }),
  clientSecret: z.string(),
  cookieKey: z.string(),
});
export type IssuerSecrets = z.infer<typeof secrets>;

/** The issuer's own keys, made once a machine and readable by their owner alone. */
export async function issuerSecrets(stateFolder: string): Promise<IssuerSecrets> {
  return secretFile({
    path: join(stateFolder, 'issuer.json'),
    make: makeSecrets,
    read: (text) => secrets.parse(JSON.parse(text)),
  });
}

async function makeSecrets(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString('hex'),
    alg: 'RS256',
    use: 'sig',
  };
  const secret = () => randomBytes(32).toString('base64url');
  return JSON.stringify({ jwks: { keys: [jwk] }, clientSecret: secret(), cookieKey: secret() });
}
