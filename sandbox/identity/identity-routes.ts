import type { Google } from '../bigquery/google.ts';
import { type Route, openTo } from '../http/route.ts';
import { testProjectPermissions } from '../iam/test-permissions.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Accounts } from './accounts.ts';
import { publishedCertificates } from './published-certificates.ts';
import { grantToken } from './token-endpoint.ts';

/** oauth2.googleapis.com, www.googleapis.com/robot and cloudresourcemanager.googleapis.com, as far as they are asked. */
export function identityRoutes(google: Google, accounts: Accounts, tokens: AccessTokens): Route[] {
  const { now } = google;
  const project = '/projects/{project}:testIamPermissions';
  const permissions: Pick<Route, 'method' | 'operation' | 'answer'> = {
    method: 'POST',
    operation: 'testIamPermissions',
    answer: { signedIn: (call, caller) => testProjectPermissions(google, call, caller) },
  };
  return [
    {
      method: 'POST',
      path: '/token',
      operation: 'token',
      answer: openTo(({ body }) => ({
        body: grantToken(new URLSearchParams(body.toString()), { accounts, tokens, now }),
      })),
    },
    {
      method: 'GET',
      path: '/robot/v1/metadata/x509/{email}',
      operation: 'certificates',
      answer: openTo(({ part }) => ({ body: publishedCertificates(accounts, part('email')) })),
    },
    { ...permissions, path: `/v1${project}` },
    { ...permissions, path: `/v3${project}` },
  ];
}
