import {
  ErrorResponse,
  InMemoryWebStorage,
  type User,
  UserManager,
  WebStorageStateStore,
} from 'oidc-client-ts';
import { CallFailed } from '../api/call-failed.ts';
import { type Config, folderOf } from '../api/config.ts';
import { SignedOut } from '../api/signed-out.ts';
import { SignInFailed } from './sign-in-failed.ts';
import { beginTrip, endedTrip } from './trip.ts';

export interface Session {
  /** The address to which the trip to the issuer leads back; known before anything else is. */
  at: string;
  /** Redeems what the issuer sent along, and puts the address back in its place. */
  begin: () => Promise<void>;
  /** The access token; once one was refused, a new one. */
  token: (refused?: string) => Promise<string>;
  /** Goes to the issuer and comes back to this very address; on a laptop, as somebody. */
  signInAgain: (as?: string) => Promise<void>;
}

/**
 * The page has come back from the issuer (RFC 9700). Tokens live in memory alone: a reload signs in anew, which the
 * issuer does without a question while its own session lasts.
 */
export function openSession(config: Config): Session {
  const station = `${folderOf(config)}/signed-in`;
  const at = endedTrip(location.search)?.at ?? `${folderOf(config)}/connectors`;
  const manager = userManager(config);
  let renewal: Promise<User> | undefined;

  /** However many ask at once: a refresh token that is used twice may end the whole session (RFC 9700 §4.14.2). */
  const renew = async (): Promise<User> => {
    renewal ??= renewed(manager).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
  manager.events.addAccessTokenExpiring(() => {
    renew().catch(() => undefined); // who asks for the token next is told
  });

  return {
    at,
    async signInAgain(as) {
      const { pathname, search, hash } = location;
      const here = pathname === station ? at : pathname + search + hash;
      const more: Record<string, string> =
        as === undefined ? {} : { prompt: 'login', login_hint: as };
      await beginTrip(config, { at: here }, more);
    },
    async begin() {
      const { href } = location;
      history.replaceState(null, '', station); // what was in the address is used up, whatever comes of it
      await manager.signinCallback(href).catch((failure: unknown) => {
        throw asFailure(failure);
      });
      history.replaceState(null, '', at);
      void manager.clearStaleState();
    },
    async token(refused) {
      const user = await manager.getUser();
      if (!user) throw new SignedOut();
      const good = user.access_token !== refused && user.expired !== true;
      return (good ? user : await renew()).access_token;
    },
  };
}

function userManager({ pageUrl, signIn }: Config): UserManager {
  const { issuer, clientId, scope, authorizationEndpoint, tokenEndpoint } = signIn;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${pageUrl}/signed-in`,
    scope,
    metadata: {
      issuer,
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
    },
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false, // it knows nothing of those who ask meanwhile
    monitorSession: false,
    requestTimeoutInSeconds: 20,
  });
}

async function renewed(manager: UserManager): Promise<User> {
  const user = await manager.getUser();
  if (user?.refresh_token === undefined) throw new SignedOut();
  const next = await manager.signinSilent().catch((failure: unknown) => {
    throw failure instanceof ErrorResponse ? new SignedOut() : new CallFailed(undefined);
  });
  if (!next) throw new SignedOut();
  return next;
}

function asFailure(failure: unknown): Error {
  if (failure instanceof ErrorResponse) {
    return new SignInFailed(failure.error === 'access_denied' ? 'denied' : 'refused', failure);
  }
  // What the library throws where the network failed is fetch's own.
  if (failure instanceof TypeError || (failure as Error).name === 'ErrorTimeout')
    return new CallFailed(undefined);
  return new SignInFailed('strange', failure);
}
