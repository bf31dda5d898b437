import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { errors, type KoaContextWithOIDC } from 'oidc-provider';
import * as z from 'zod';
import { role } from '../../shared/schemas/caller.ts';
import { workspaceId } from '../../shared/schemas/identifiers.ts';
import type { IssuerSecrets } from './issuer-secrets.ts';
import { audience, identityOf, signIn, signsInByItself } from './signs-in-by-itself.ts';

export const commandLineClient = 'command-line';
export const pageClient = 'settings-page';
const tokenSeconds = 12 * 60 * 60;

/**
 * A real OpenID provider (oidc-provider) for the laptop. The command line is a confidential client, whose secret lies
 * in a file: so a program of this user gets a token for any workspace and role, and a web page does not.
 */
export function localIssuer(
  origin: string,
  { jwks, clientSecret, cookieKey }: IssuerSecrets,
  pageUrl = origin,
) {
  const provider = quietly(
    () =>
      new Provider(`${origin}/issuer`, {
        jwks: jwks, // our own schema of a JWK is wider than the provider's type
        cookies: { keys: [cookieKey] },
        ttl: {
          ClientCredentials: tokenSeconds,
          Interaction: 10 * 60,
          Session: tokenSeconds,
          Grant: tokenSeconds,
          IdToken: 60 * 60,
          RefreshToken: tokenSeconds,
          AccessToken: tokenSeconds,
        },
        clients: [
          {
            client_id: commandLineClient,
            client_secret: clientSecret,
            grant_types: ['client_credentials'],
            response_types: [],
            redirect_uris: [],
          },
          {
            client_id: pageClient,
            token_endpoint_auth_method: 'none',
            grant_types: ['authorization_code', 'refresh_token'],
            response_types: ['code'],
            redirect_uris: [`${pageUrl}/signed-in`],
          },
        ],
        pkce: { required: () => true },
        renderError: tellPlainly(pageUrl),
        scopes: ['openid'],
        ...signsInByItself,
        features: {
          devInteractions: { enabled: false },
          clientCredentials: { enabled: true },
          resourceIndicators: {
            enabled: true,
            defaultResource: () => audience,
            useGrantedResource: () => true,
            getResourceServerInfo: () => ({
              scope: '',
              audience,
              accessTokenTTL: tokenSeconds,
              accessTokenFormat: 'jwt',
              jwt: { sign: { alg: 'RS256' } },
            }),
          },
        },
        extraTokenClaims: (context, token) =>
          'accountId' in token ? identityOf(token.accountId) : claimsFor(context),
        formats: {
          customizers: {
            jwt: (_context, _token, { payload }) => {
              payload.sub = `${String(payload.role)}@${String(payload.workspace)}`;
            },
          },
        },
      }),
  );
  const answer = provider.callback();
  return (httpRequest: IncomingMessage, httpResponse: ServerResponse): void => {
    const mounted = Object.assign(httpRequest, {
      baseUrl: '/issuer',
      originalUrl: `/issuer${httpRequest.url ?? ''}`,
    });
    if (httpRequest.url?.startsWith('/interaction/') === true)
      void signIn(provider, mounted, httpResponse);
    else void answer(mounted, httpResponse);
  };
}

function claimsFor(context: KoaContextWithOIDC) {
  const asked = z.object({ workspace: workspaceId, role }).safeParse(context.oidc.body ?? {});
  if (!asked.success) {
    throw new errors.InvalidRequest('name a workspace and a role (viewer or editor)');
  }
  return asked.data;
}

/** What is wrong with a request that may be led back nowhere. */
function tellPlainly(pageUrl: string) {
  return (
    context: KoaContextWithOIDC,
    {
      error,
      error_description: description = '',
    }: { error: string; error_description?: string | undefined },
  ): void => {
    context.type = 'text/plain';
    context.body = `${error}: ${description}\nOpen the page again: ${pageUrl}/\n`;
  };
}

/** The provider greets developers with warnings about what suits a laptop well. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console;
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}
