import { keyFileInstead } from './key-check.ts';
import type { OtherKind } from './other-credential-kinds.ts';

/** Kinds of document that may hold a brace: told before a key is looked for in them. */
const documents: [cause: string, what: string, pattern: RegExp][] = [
  [
    'html',
    'a web page, perhaps of a sign-in that had ended; download the key again',
    /^<(?:!doctype|!--|html|\?xml|head|body|script|svg|div|p|pre)\b/i,
  ],
  ['html', 'a message in HTML or XML', /^<[a-z][\w:-]{0,40}[\s/>]/i],
  ['rtf', 'a document of a word processor (RTF); save it as plain text', /^\{\\rtf/],
];

/** Kinds of text without an object in it. */
const kinds: [cause: string, what: string, pattern: RegExp][] = [
  [
    'ssh-key',
    'a key for SSH',
    /^(?:-----BEGIN OPENSSH |-{4,5} ?BEGIN SSH2 |ssh-(?:rsa|ed25519) |PuTTY-User-Key)/,
  ],
  ['pgp', 'a key or message of PGP', /^-----BEGIN PGP /],
  [
    'pem-encrypted',
    'a bare private key that is locked with a password (PEM)',
    /^-----BEGIN (?:ENCRYPTED|[A-Z ]{1,20}-----\s*Proc-Type: 4,ENCRYPTED)/,
  ],
  [
    'certificate',
    'a certificate (PEM), which holds no private key',
    /^-----BEGIN [A-Z0-9 ]{0,20}CERTIFICATE/,
  ],
  [
    'public-key',
    'a public key (PEM), which opens nothing',
    /^-----BEGIN [A-Z0-9 ]{0,20}PUBLIC KEY/,
  ],
  [
    'pem',
    'a bare private key (PEM), without the account that it belongs to',
    /^(?:-----BEGIN [A-Z0-9 ]{1,40}-----|Bag Attributes)/,
  ],
  [
    'pem',
    'a bare key in base64, without the account that it belongs to',
    /^(?:MI[A-Za-z0-9+/]{60}|LS0tLS1CRUdJTi)/,
  ],
  ['api-key', 'an API key', /^AIza[\w-]{20,60}$/],
  ['hmac-key', 'an HMAC key of Cloud Storage', /^GOOG[A-Z0-9]{16,70}\b/],
  [
    'aws-credentials',
    'a set of credentials of Amazon Web Services',
    /(?:^|\b)(?:AKIA|ASIA)[A-Z0-9]{12,}|aws_access_key_id/i,
  ],
  ['oauth-client', 'the secret of an OAuth client', /^GOCSPX-[\w-]{10,}$/],
  [
    'token',
    'a token, which ends by itself, not a key',
    /^(?:Bearer )?(?:ya29\.|1\/\/|eyJ)[\w./-]{10,}$/,
  ],
  ['kubeconfig', 'a configuration of Kubernetes', /^(?:---\s+)?apiVersion: /m],
  [
    'other-notation',
    'a configuration in another notation than JSON (YAML, TOML, .env); take the JSON file as Google gave it',
    /^[ \t]*(?:\[[\w ."-]{1,60}\][ \t]*$|(?:type|private_key|client_email|project_id|GOOGLE_[A-Z_]+|data|[\w.-]+\.json)[ \t]*(?:=|:\s))|\{\s*type\s*:/m,
  ],
  [
    'name-alone',
    'no more than a name or an address; take the key file itself',
    /^(?:https?:\/\/\S+|gs:\/\/\S+|[\w .:~\\/-]+\.(?:json|p12|pem|txt)|[\w.-]+@[\w.-]+\.gserviceaccount\.com)$/,
  ],
  [
    'case-changed',
    'a key file whose small letters were made capitals, and cannot be made small again',
    /"PRIVATE_KEY"\s*:/,
  ],
];

/** Which document a text is, whatever it holds. */
export function documentKindOf(text: string): OtherKind | undefined {
  return find(documents, text);
}

/** Which kind of file a text is in which no JSON object was found. */
export function otherTextKindOf(text: string): OtherKind | undefined {
  return find(kinds, text);
}

function find(among: typeof kinds, text: string): OtherKind | undefined {
  const bare = text.trim();
  const [cause, what] = among.find(([, , pattern]) => pattern.test(bare)) ?? [];
  if (cause === undefined || what === undefined) return undefined;
  return { cause, detail: `The file is ${what}. ${keyFileInstead}` };
}
