import { SignJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import * as z from 'zod';
import type { Identity, Scope } from '../../ports/identity.ts';
import type { ServiceAccountKey } from '../../schemas/service-account-key.ts';
import { type Endpoints, google, tokenAudience } from './endpoints.ts';
import { fetchAnswer } from './fetch-answer.ts';

const lifetimeSeconds = 3600;
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const certificates = z.record(z.string(), z.string());
const token = z.object({ access_token: z.string().min(1) });

/**
 * Signs in by JWT bearer grant (RFC 7523; https://developers.google.com/identity/protocols/oauth2/service-account).
 * We do it ourselves so that of the customer's file nothing but these strings ever meets a Google library.
 */
export function googleIdentity(now: () => Date, endpoints: Endpoints = google): Identity {
  const { callMs } = endpoints;
  return {
    async certificates(clientEmail, signal) {
      const url = endpoints.certificates + encodeURIComponent(clientEmail);
      const read = (body: unknown) => certificates.safeParse(body).data;
      return fetchAnswer('certificates', { url, callMs }, signal, read);
    },
    async signIn(key, scopes, signal) {
      const assertion = await sign(key, scopes, now());
      const form = new URLSearchParams({ grant_type: grantType, assertion });
      return fetchAnswer('token', { url: endpoints.token, form, callMs }, signal, (answered) => {
        const read = token.safeParse(answered);
        return read.success ? { token: read.data.access_token } : undefined;
      });
    },
  };
}

async function sign(key: ServiceAccountKey, scopes: Scope[], now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const scope = scopes.map((name) => `https://www.googleapis.com/auth/${name}`).join(' ');
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.privateKeyId })
    .setIssuer(key.clientEmail)
    .setAudience(tokenAudience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(createPrivateKey(key.privateKey));
}
