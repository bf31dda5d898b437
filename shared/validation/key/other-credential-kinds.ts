import { keyFileInstead } from './key-check.ts';

/** A kind of credential or file that is no service-account key, and what to do instead. */
export interface OtherKind {
  cause: string;
  detail: string;
}

const types: Record<string, string> = {
  authorized_user: 'the sign-in of a person (made by gcloud auth application-default login)',
  external_account: 'a workload identity federation configuration, which holds no key',
  external_account_authorized_user: 'a workforce identity federation sign-in of a person',
  impersonated_service_account:
    'a configuration to impersonate a service account, which holds no key',
  gdch_service_account: 'a key for Google Distributed Cloud, not for Google Cloud',
};

/** Members that only the one kind has. The first that fits is named: the more telling stand above the more common. */
const signs: [cause: string, what: string, members: string[]][] = [
  ['oauth-client', 'an OAuth client', ['installed']],
  ['oauth-client', 'an OAuth client', ['web']],
  [
    'key-of-the-api',
    'an answer of Google’s API with the key file in base64 in it',
    ['privateKeyData'],
  ],
  ['firebase-app', 'the configuration of a Firebase app', ['project_info']],
  ['firebase-web', 'the configuration of a Firebase web app', ['apiKey', 'authDomain']],
  ['aws-credentials', 'a set of credentials of Amazon Web Services', ['AccessKeyId']],
  ['aws-credentials', 'a set of credentials of Amazon Web Services', ['AccessKey']],
  ['aws-credentials', 'a set of credentials of Amazon Web Services', ['Credentials']],
  ['aws-credentials', 'a set of credentials of Amazon Web Services', ['aws_access_key_id']],
  ['azure-credentials', 'a service principal of Azure', ['clientSecret', 'tenantId']],
  ['azure-credentials', 'a service principal of Azure', ['appId', 'tenant']],
  ['hmac-key', 'an HMAC key of Cloud Storage', ['accessId']],
  ['hmac-key', 'an HMAC key of Cloud Storage', ['access_id']],
  ['json-web-key', 'a JSON Web Key', ['kty']],
  ['json-web-key', 'a set of JSON Web Keys', ['keys']],
  ['kubeconfig', 'a configuration of Kubernetes', ['apiVersion', 'kind']],
  ['token', 'a token, which ends by itself, not a key', ['access_token']],
  ['token', 'a token of a person', ['refresh_token']],
  ['token', 'a token, which ends by itself, not a key', ['id_token']],
  ['oauth-client', 'an OAuth client', ['client_id', 'client_secret']],
  ['api-key', 'an API key', ['apiKey']],
  ['api-key', 'an API key', ['api_key']],
  ['api-key', 'an API key', ['keyString']],
];

/** Which other kind an object is, by its `type` or by members that only that kind has. */
export function otherKindOf(object: Record<string, unknown>): OtherKind | undefined {
  const has = (name: string) => Object.hasOwn(object, name);
  const type = has('type') ? object.type : undefined;
  if (type === 'service_account') return undefined;
  if (typeof type === 'string' && Object.hasOwn(types, type))
    return named(type.replaceAll('_', '-'), types[type] ?? '');
  const looksLikeKey = has('private_key') || has('private_key_id') || has('client_email');
  const sign = signs.find(([, , members]) => members.every(has));
  if (sign && !looksLikeKey) return named(sign[0], sign[1]);
  if (type === undefined || type === null || (typeof type === 'string' && type.trim() === ''))
    return typeMissing(object, looksLikeKey);
  const detail = `The file says that it is another kind of credential. ${keyFileInstead}`;
  return { cause: 'type-unknown', detail };
}

function named(cause: string, what: string): OtherKind {
  return { cause, detail: `The file is ${what}, not a service-account key. ${keyFileInstead}` };
}

function typeMissing(object: Record<string, unknown>, looksLikeKey: boolean): OtherKind {
  if (looksLikeKey || lastMembers.some((name) => Object.hasOwn(object, name))) {
    return {
      cause: 'type-missing',
      detail: `The file lacks the member type, which makes it a service-account key: it was edited, or its beginning is lost. ${keyFileInstead}`,
    };
  }
  if (Object.values(object).some(isKey)) {
    return {
      cause: 'key-nested',
      detail: 'The key stands within another object: cut it out, from its brace to its brace.',
    };
  }
  return {
    cause: 'type-missing',
    detail: `The file does not say that it is a service-account key. ${keyFileInstead}`,
  };
}

/** What remains of a key whose beginning is lost. */
const lastMembers = ['client_x509_cert_url', 'universe_domain'];

const isKey = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'private_key');
