import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { callerVerifier } from '../../shared/http/verify-caller.ts';

const { publicKey, privateKey } = await generateKeyPair('RS256');
export const issuerKeyPair = { publicKey, privateKey };
export const jwk = { ...(await exportJWK(publicKey)), kid: 'issuer-1', alg: 'RS256', use: 'sig' };

export const rules = {
  issuer: 'https://issuer.example',
  audience: 'urn:bigquery-connector:api',
  tokenTypes: ['at+jwt'],
  workspaceClaim: 'workspace',
  roleClaim: 'role',
};

export const verifier = callerVerifier(rules, createLocalJWKSet({ keys: [jwk] }), () => new Date());

const seconds = () => Math.floor(Date.now() / 1000);

export const honestClaims = (): JWTPayload => ({
  iss: rules.issuer,
  aud: rules.audience,
  sub: 'ada',
  iat: seconds(),
  exp: seconds() + 3600,
  workspace: 'demo',
  role: 'editor',
});

/** A token of the issuer, with claims and header members changed as told; undefined takes a member away. */
export async function token(claims: object = {}, header: object = {}): Promise<string> {
  return new SignJWT(defined<JWTPayload>({ ...honestClaims(), ...claims }))
    .setProtectedHeader(defined({ alg: 'RS256', typ: 'at+jwt', kid: jwk.kid, ...header }))
    .sign(privateKey);
}

function defined<T extends object>(members: T): T {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as T;
}
