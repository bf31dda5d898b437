import { createLocalJWKSet } from 'jose';
import { machineVerifier } from '../../shared/http/verify-machine.ts';
import { jwk, token as sign } from './issuer.ts';

export const audience = 'https://europe-west1-acme-platform.cloudfunctions.net/check-connector';
export const queue = 'check-queue@acme-platform.iam.gserviceaccount.com';
export const rules = { audience, accounts: [queue] };
export const verifier = machineVerifier(
  rules,
  createLocalJWKSet({ keys: [jwk] }),
  () => new Date(),
);

/** As Cloud Tasks sends it; what is left out of them is what a user's token has. */
export const claims = {
  iss: 'https://accounts.google.com',
  aud: audience,
  azp: queue,
  sub: '104857600104857600104',
  email: queue,
  email_verified: true,
  workspace: undefined,
  role: undefined,
};
export const token = (changes: object = {}, header: object = {}) =>
  sign({ ...claims, ...changes }, { typ: 'JWT', ...header });

export const asked = (authorizations: string[], headers: Record<string, string> = {}) => ({
  headers: { authorization: authorizations[0], ...headers },
  rawHeaders: [
    ...authorizations.flatMap((value) => ['Authorization', value]),
    ...Object.entries(headers).flat(),
  ],
});

export const codeOf = async (token: string) =>
  verifier(asked([`Bearer ${token}`])).then(
    () => 'let in',
    (error: unknown) => (error as { code: string }).code,
  );
