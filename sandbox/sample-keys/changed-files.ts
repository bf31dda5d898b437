import { holder } from './holder.ts';
import type { SampleKey } from './sample-key.ts';
import { lostLineBreaks, otherTokenUri, truncated } from './shapes.ts';

/** Files to which something happened on their way; upload-key says what. */
export const changedFiles: SampleKey[] = [
  {
    file: 'lost-line-breaks.json',
    story:
      'Was pasted through a form that ate the line breaks of the private key; it can be repaired.',
    at: 'upload-key',
    outcome: 'warning',
    check: 'A4',
    holder: holder('pasted'),
    shape: lostLineBreaks,
  },
  {
    file: 'base64.txt',
    story: 'The whole file in base64, as some tools want it; it can be read.',
    at: 'upload-key',
    outcome: 'warning',
    check: 'A1',
    holder: holder('encoded'),
    shape: (key) => Buffer.from(JSON.stringify(key, undefined, 2)).toString('base64'),
  },
  {
    file: 'truncated.json',
    story: 'The download broke off in the middle of the private key.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: truncated,
  },
  {
    file: 'authorized-user.json',
    story: 'A person’s own sign-in (gcloud auth application-default login), no service account.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A2',
    shape: () =>
      JSON.stringify({
        type: 'authorized_user',
        client_id: '1234567890-sample.apps.googleusercontent.com',
        client_secret: 'no-secret-of-anybody',
        refresh_token: '1//no-token-of-anybody',
      }),
  },
  {
    file: 'edited-token-uri.json',
    story: 'Somebody edited token_uri: it names another server than Google’s.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A3',
    shape: otherTokenUri,
  },
  {
    file: 'ec-key.json',
    story: 'Its private key is one of an elliptic curve; Google’s are RSA.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A4',
    shape: (key, { ellipticKey }) => JSON.stringify({ ...key, private_key: ellipticKey }),
  },
  {
    file: 'key.pem',
    story: 'A private key alone, without the JSON around it.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: ({ private_key: privateKey }) => privateKey,
  },
  {
    file: 'certificate.p12',
    story: 'The older P12 form of a key.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: (_, { pkcs12 }) => pkcs12,
  },
  {
    file: 'not-json.html',
    story: 'A login page that was saved in place of the file behind it.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: () =>
      '<!doctype html>\n<html><head><title>Sign in</title></head><body>Sign in to continue</body></html>\n',
  },
];
