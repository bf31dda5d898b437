import { createHash, randomBytes } from 'node:crypto';

export const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

export interface Walk {
  /** Where the issuer leads at last: an address of ours, or of nobody. */
  location: URL | undefined;
  /** The answer after which it leads no further. */
  status: number;
  text: string;
}

/** What the page asks the issuer of an origin for; a parameter that is undefined is left out. */
export function authorizationAt(
  origin: string,
  changed: Record<string, string | undefined> = {},
): string {
  const usual = {
    client_id: 'settings-page',
    redirect_uri: `${origin}/signed-in`,
    response_type: 'code',
    scope: 'openid',
    state: 'a-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  return `${origin}/issuer/auth?${form({ ...usual, ...changed }).toString()}`;
}

/** Follows the issuer as a browser does, with its cookies, until it leads out of /issuer. */
export async function walk(
  start: string,
  headers: Record<string, string> = {},
  { keepsCookies = true } = {},
): Promise<Walk> {
  const cookies = new Map<string, string>();
  let address = new URL(start);
  for (;;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { ...headers, cookie } });
    for (const set of keepsCookies ? answer.headers.getSetCookie() : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    const location = next === null ? undefined : new URL(next, address);
    if (location?.pathname.startsWith('/issuer/') !== true)
      return { location, status: answer.status, text: await answer.text() };
    address = location;
  }
}

/** Redeems a code, or renews; what is undefined is left out. */
export async function redeem(
  origin: string,
  changed: Record<string, string | undefined>,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; json: Record<string, unknown> }> {
  const usual = {
    client_id: 'settings-page',
    grant_type: 'authorization_code',
    redirect_uri: `${origin}/signed-in`,
    code_verifier: verifier,
  };
  const answer = await fetch(`${origin}/issuer/token`, {
    method: 'POST',
    body: form({ ...usual, ...changed }),
    headers,
  });
  const json = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, json };
}

function form(fields: Record<string, string | undefined>): URLSearchParams {
  const given = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(given);
}
