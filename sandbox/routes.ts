import { bigqueryRoutes } from './bigquery/bigquery-routes.ts';
import type { Google } from './bigquery/google.ts';
import { addFault, forgetFaults, listFaults } from './faults/fault-switch.ts';
import { openTo, type Route } from './http/route.ts';
import type { AccessTokens } from './identity/access-tokens.ts';
import type { Accounts } from './identity/accounts.ts';
import { identityRoutes } from './identity/identity-routes.ts';
import type { RequestLog } from './requests/request-log.ts';

export interface Sandboxed {
  google: Google;
  accounts: Accounts;
  tokens: AccessTokens;
  requests: RequestLog;
}

/** Answers of ten megabytes are among those that a client has to survive. */
const mostOfFault = 16 * 1024 ** 2;

/** Every path of Google's that the sandbox answers, and its own switches. */
export function routes({ google, accounts, tokens, requests }: Sandboxed): Route[] {
  return [
    ...identityRoutes(google, accounts, tokens),
    ...bigqueryRoutes(google),
    {
      method: 'POST',
      path: '/faults',
      mostBytes: mostOfFault,
      answer: openTo((call) => addFault(google.faults, call)),
    },
    { method: 'GET', path: '/faults', answer: openTo(() => listFaults(google.faults)) },
    { method: 'DELETE', path: '/faults', answer: openTo(() => forgetFaults(google.faults)) },
    {
      method: 'GET',
      path: '/requests',
      answer: openTo(() => ({ body: { requests: requests.list() } })),
    },
    {
      method: 'DELETE',
      path: '/requests',
      answer: openTo(() => {
        requests.clear();
        return { status: 204 };
      }),
    },
  ];
}
