/** A kind of credential or file that is no service-account key, and what to do instead. */
export interface OtherKind {
  cause: string;
  detail: string;
}

const instead = 'Ask for a service-account key in JSON instead.';

const types: Record<string, string> = {
  authorized_user: 'the sign-in of a person (made by gcloud)',
  external_account: 'a workload identity federation configuration',
  external_account_authorized_user: 'a workforce identity federation sign-in',
  impersonated_service_account: 'an impersonation configuration',
  gdch_service_account: 'a key for Google Distributed Cloud',
};

/** Which other kind an object is, by its `type` or by members that only that kind has. */
export function otherKindOf(object: Record<string, unknown>): OtherKind | undefined {
  const has = (name: string) => Object.hasOwn(object, name);
  const type = has('type') ? object.type : undefined;
  if (type === 'service_account') return undefined;
  if (typeof type === 'string' && Object.hasOwn(types, type)) {
    return {
      cause: type.replaceAll('_', '-'),
      detail: `The file is ${types[type] ?? ''}, not a service-account key. ${instead}`,
    };
  }
  if (has('installed') || has('web')) {
    return {
      cause: 'oauth-client',
      detail: `The file is an OAuth client, not a service-account key. ${instead}`,
    };
  }
  if (has('project_info')) {
    return {
      cause: 'firebase-app',
      detail: `The file is the configuration of a Firebase app, not a service-account key. ${instead}`,
    };
  }
  if (has('AccessKeyId') || has('aws_access_key_id')) {
    return {
      cause: 'aws-credentials',
      detail: `The file holds credentials of Amazon Web Services. ${instead}`,
    };
  }
  if (has('apiKey') || has('api_key')) {
    return {
      cause: 'api-key',
      detail: `The file holds an API key, not a service-account key. ${instead}`,
    };
  }
  if (type === undefined) {
    return {
      cause: 'type-missing',
      detail: `The file does not say that it is a service-account key. ${instead}`,
    };
  }
  return { cause: 'type-unknown', detail: `The file is another kind of credential. ${instead}` };
}

/** Which kind of file a text is that is no JSON object. */
export function otherTextKindOf(text: string): OtherKind | undefined {
  const bare = text.trim();
  if (/^<(?:!doctype|html|\?xml|head|body)/i.test(bare)) {
    return {
      cause: 'html',
      detail: `The file is a web page, perhaps of a sign-in that had ended; download the key again. ${instead}`,
    };
  }
  if (/^-----BEGIN [A-Z0-9 ]{1,40}-----/.test(bare)) {
    return {
      cause: 'pem',
      detail: `The file is a bare key or certificate (PEM), without the account that it belongs to. ${instead}`,
    };
  }
  if (/^AIza[\w-]{20,60}$/.test(bare)) {
    return {
      cause: 'api-key',
      detail: `The file is an API key, not a service-account key. ${instead}`,
    };
  }
  if (/^(?:ya29\.|1\/\/|eyJ)[\w./-]{10,}$/.test(bare)) {
    return {
      cause: 'token',
      detail: `The file is a token, which lives for an hour, not a key. ${instead}`,
    };
  }
  if (/^\[[\w -]{1,40}\]\s*[\r\n]/.test(bare)) {
    return {
      cause: 'aws-credentials',
      detail: `The file is a configuration of another program. ${instead}`,
    };
  }
  return undefined;
}
