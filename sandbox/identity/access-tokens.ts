import { randomBytes } from 'node:crypto';
import { refused } from '../http/google-refusal.ts';
import type { Accounts, Caller } from './accounts.ts';

export const lifetimeSeconds = 3599;

export interface AccessTokens {
  issue(email: string, scopes: string[]): string;
  /** Refuses, in Google's words, who does not bring a token that is still good. */
  callerOf(authorization: string | undefined): Caller;
}

interface Issued {
  caller: Caller;
  expiresAt: number;
}

/** Random strings that mean something to this process alone. */
export function createAccessTokens(accounts: Accounts, now: () => Date): AccessTokens {
  const issued = new Map<string, Issued>();

  const forgetExpired = () => {
    for (const [token, { expiresAt }] of issued) {
      if (expiresAt > now().getTime()) return; // they were issued in this order
      issued.delete(token);
    }
  };

  return {
    issue(email, scopes) {
      forgetExpired();
      const token = `ya29.sandbox-${randomBytes(48).toString('base64url')}`;
      const expiresAt = now().getTime() + lifetimeSeconds * 1000;
      issued.set(token, { caller: { email, scopes: new Set(scopes) }, expiresAt });
      return token;
    },
    callerOf(authorization) {
      const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw loginRequired();
      const found = issued.get(token);
      if (!found || found.expiresAt <= now().getTime()) throw invalidCredentials();
      const { email } = found.caller;
      if (accounts.account(email)?.state !== 'living') throw accountStateInvalid(email);
      return found.caller;
    },
  };
}

const expected =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const header = { location: 'Authorization', locationType: 'header' };

function loginRequired() {
  return refused({
    code: 401,
    reason: 'required',
    message: `Request is missing required authentication credential. ${expected}`,
    entryMessage: 'Login Required.',
    more: header,
  });
}

function invalidCredentials() {
  return refused({
    code: 401,
    reason: 'authError',
    message: `Request had invalid authentication credentials. ${expected}`,
    entryMessage: 'Invalid Credentials',
    more: header,
  });
}

function accountStateInvalid(email: string) {
  return refused({
    code: 401,
    reason: 'authError',
    message: `Request had invalid authentication credentials. ${expected}`,
    entryMessage: 'Invalid Credentials',
    more: header,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCOUNT_STATE_INVALID',
        domain: 'googleapis.com',
        metadata: { service: 'bigquery.googleapis.com', email },
      },
    ],
  });
}
