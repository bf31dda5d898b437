import type { Config } from '../api/config.ts';

/** What is remembered for the moment of the trip to the issuer, and read by oidc-client-ts when it has come back. */
export interface Trip {
  /** The address within the page, to which it leads back. */
  at: string;
  /** What its heading said, so that it stands there again before any script of the page has been read. */
  heading?: string[];
}

const storedUnder = 'oidc.';

/**
 * Leaves for the issuer: authorization code with PKCE (RFC 7636, RFC 9700 §2.1.1). It is written out here so that it can
 * begin with the HTML itself; what it leaves behind is what oidc-client-ts leaves, which checks the answer against it.
 */
export async function beginTrip(
  { pageUrl, signIn }: Config,
  trip: Trip,
  more: Record<string, string> = {},
): Promise<void> {
  const { issuer, clientId, scope, authorizationEndpoint, parameters } = signIn;
  const [id, verifier] = [randomText(16), randomText(48)];
  const redirectUri = `${pageUrl}/signed-in`;
  const state = {
    id,
    data: trip,
    created: Math.floor(Date.now() / 1000),
    request_type: 'si:r',
    code_verifier: verifier,
    authority: issuer,
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
  };
  const address = new URL(authorizationEndpoint);
  const query = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state: id,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...parameters,
    ...more,
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  sessionStorage.setItem(storedUnder + id, JSON.stringify(state));
  await parsed();
  location.replace(address);
}

/** What was remembered of a trip that has just ended; nothing where none of this tab's has. */
export function endedTrip(query: string): Trip | undefined {
  const id = new URLSearchParams(query).get('state') ?? '';
  const stored = sessionStorage.getItem(storedUnder + id);
  if (stored === null) return undefined;
  const { data } = JSON.parse(stored) as { data?: Trip };
  return data && { ...data, at: withinHost(data.at) };
}

/** `//connectors` would be a host of that name. */
const withinHost = (at: string): string => at.replace(/^\/+/, '/');

/** Of a page that is left while it is still read, browsers draw nothing: a slow issuer would be waited for in white. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve);
  });
}

const randomText = (bytes: number): string =>
  base64url(crypto.getRandomValues(new Uint8Array(bytes)));

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
