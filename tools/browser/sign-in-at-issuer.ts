import type { BrowserContext } from 'playwright-core';
import { pageClient } from '../local-service/local-issuer.ts';

/** After this the issuer knows this browser as somebody (`viewer@demo`): the page signs in as that without a question. */
export async function signInAtIssuer(
  context: BrowserContext,
  origin: string,
  identity: string,
): Promise<void> {
  const query = new URLSearchParams({
    client_id: pageClient,
    redirect_uri: `${origin}/signed-in`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'a'.repeat(43), // nobody redeems this code
    code_challenge_method: 'S256',
    login_hint: identity,
    prompt: 'login',
  });
  const answer = await context.request.get(`${origin}/issuer/auth?${query.toString()}`);
  if (!answer.ok() || !answer.url().includes('code=')) {
    throw new Error(`The issuer did not sign ${identity} in: ${await answer.text()}`);
  }
}
