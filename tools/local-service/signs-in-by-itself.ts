import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import * as z from 'zod';
import { role } from '../../shared/schemas/caller.ts';
import { workspaceId } from '../../shared/schemas/identifiers.ts';

/** For whom the laptop's issuer signs its tokens. */
export const audience = 'urn:bigquery-connector:api';

/** Whoever sits at this machine is who the page says: there is nobody to ask, and nothing to consent to. */
export async function signIn(
  provider: Provider,
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
): Promise<void> {
  try {
    const { params } = await provider.interactionDetails(httpRequest, httpResponse);
    const hinted = z.string().safeParse(params.login_hint);
    const { role: asked, workspace } = identityOf(hinted.success ? hinted.data : '');
    const login = { accountId: `${asked}@${workspace}`, remember: true };
    await provider.interactionFinished(httpRequest, httpResponse, { login });
  } catch {
    // Leading back to the page would lead here again, and so on.
    httpResponse.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
    httpResponse.end(
      'The sign-in took too long, or this browser keeps no cookies. Open the page again.\n',
    );
  }
}

export const signsInByItself: Configuration = {
  interactions: { url: (_context, { uid }) => `/issuer/interaction/${uid}` },
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
  async loadExistingGrant({ oidc }) {
    const { client, session, provider } = oidc;
    if (!client || session?.accountId === undefined) return undefined;
    const { clientId } = client;
    const grant = new provider.Grant({ clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    grant.addResourceScope(audience, '');
    await grant.save();
    return grant;
  },
};

/** Whom one may be on this machine: `viewer@demo` is a viewer of the workspace demo. An unknown name is an editor there. */
export const identities = ['editor@demo', 'viewer@demo', 'editor@other', 'viewer@other'];

export function identityOf(accountId: string) {
  const known = identities.includes(accountId) ? accountId : 'editor@demo';
  const [asked, workspace] = known.split('@');
  return z.object({ workspace: workspaceId, role }).parse({ role: asked, workspace });
}
