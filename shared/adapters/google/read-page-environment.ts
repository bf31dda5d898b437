import * as z from 'zod';
import { isPublicUrl, like, variable } from './variable.ts';

/** What the deployment of the page sets; README.md lists it for people. */
export interface PageEnvironment {
  pageUrl: string;
  functionsUrl: string;
  signIn: {
    issuer: string;
    clientId: string;
    scope: string;
    authorizationEndpoint: string;
    tokenEndpoint: string;
    parameters: Record<string, string>;
  };
}

/** It stands in the page's policy: nothing in it that would mean more there than itself. */
const isAddress = (text: string): boolean =>
  isPublicUrl(text) && /^https:\/\/[\w.-]+(:\d+)?(\/[\w.~%/-]*)?$/.test(text);
const isFolder = (text: string): boolean => isAddress(text) && !text.endsWith('/');
const usual = { SIGN_IN_SCOPE: 'openid', SIGN_IN_PARAMETERS: '' };

/** What the page itself says in its request; a deployment that set one of these would break the sign-in, or open it. */
const ownParameters =
  /^(client_id|redirect_uri|response_(type|mode)|scope|state|code_challenge.*)$/;
const areParameters = (text: string): boolean =>
  text === '' ||
  (/^[\w.~%+=&:/-]+$/.test(text) &&
    [...new URLSearchParams(text)].every(
      ([name, value]) => value !== '' && !ownParameters.test(name),
    ));

const variables = z.object({
  PAGE_URL: variable(
    'be the https URL at which the page is opened, without a slash at its end',
    isFolder,
  ),
  FUNCTIONS_URL: variable(
    'be the https URL below which the functions lie, without a slash at its end',
    isFolder,
  ),
  TOKEN_ISSUER: variable(
    'be the https URL that access tokens name as their issuer (iss)',
    isPublicUrl,
  ),
  SIGN_IN_CLIENT_ID: variable(
    'be the client id under which the issuer knows the page',
    like(/^[\x21-\x7e]{1,500}$/),
  ),
  SIGN_IN_SCOPE: variable(
    'list the scopes to ask for, such as openid offline_access',
    like(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/),
  ),
  SIGN_IN_AUTHORIZATION_ENDPOINT: variable(
    'be the https URL of the issuer’s authorization endpoint',
    isPublicUrl,
  ),
  SIGN_IN_TOKEN_ENDPOINT: variable(
    'be the https URL of the issuer’s token endpoint, without a query',
    isAddress,
  ),
  SIGN_IN_PARAMETERS: variable(
    'list what the issuer wants to be told beside, such as audience=urn:example:api',
    areParameters,
  ),
});

/** Gives what the variables say, or tells every variable that is missing or wrong, and what it must be. */
export function readPageEnvironment(
  env: Record<string, string | undefined>,
  refuse: (sentences: string[]) => never,
): PageEnvironment {
  const given = Object.entries(env).filter(([, text]) => text !== undefined);
  const read = variables.safeParse({ ...usual, ...Object.fromEntries(given) });
  if (!read.success) {
    return refuse(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  const set = read.data;
  return {
    pageUrl: set.PAGE_URL,
    functionsUrl: set.FUNCTIONS_URL,
    signIn: {
      issuer: set.TOKEN_ISSUER,
      clientId: set.SIGN_IN_CLIENT_ID,
      scope: set.SIGN_IN_SCOPE,
      authorizationEndpoint: set.SIGN_IN_AUTHORIZATION_ENDPOINT,
      tokenEndpoint: set.SIGN_IN_TOKEN_ENDPOINT,
      parameters: Object.fromEntries(new URLSearchParams(set.SIGN_IN_PARAMETERS)),
    },
  };
}
