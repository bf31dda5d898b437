import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Config } from '../api/config.ts';

export interface Session {
  /** Settles signed in, or leaves the page for the issuer and does not settle at all. */
  begin: () => Promise<void>;
  /** The access token; once one was refused, a new one. */
  token: (refused?: string) => Promise<string>;
  /** Goes to the issuer and comes back to this very address. */
  signInAgain: (as?: string) => Promise<void>;
}

const state = (value: unknown): { at?: string } =>
  typeof value === 'object' && value !== null ? value : {};

/**
 * Authorization code with PKCE (RFC 9700). Tokens live in memory alone: a reload signs in anew, which the issuer does
 * without a question while its own session lasts. What lies in sessionStorage is the verifier, for the moment of the trip.
 */
export function openSession({ signIn }: Config, base: string): Session {
  const { issuer, clientId, scope, authorizationEndpoint, tokenEndpoint, parameters } = signIn;
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${base}/signed-in`,
    scope,
    metadata: {
      issuer,
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
    },
    ...(parameters && { extraQueryParams: parameters }),
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
    monitorSession: false,
  });

  async function signInAgain(as?: string): Promise<void> {
    await manager.signinRedirect({
      state: { at: `${location.pathname}${location.search}` },
      ...(as !== undefined && { prompt: 'login', login_hint: as }),
    });
    await new Promise(() => undefined); // the browser is leaving
  }

  return {
    signInAgain,
    async begin() {
      if (location.pathname !== `${base}/signed-in`) {
        await signInAgain();
        return;
      }
      const user = await manager.signinRedirectCallback();
      history.replaceState(null, '', state(user.state).at ?? `${base}/`);
    },
    async token(refused) {
      const user = await manager.getUser();
      if (user && user.access_token !== refused && user.expired !== true) return user.access_token;
      const renewed = user?.refresh_token !== undefined ? await manager.signinSilent() : null;
      if (!renewed) throw new SignedOut();
      return renewed.access_token;
    },
  };
}

/** Only a trip to the issuer helps, and only who sits there can say when. */
export class SignedOut extends Error {}
