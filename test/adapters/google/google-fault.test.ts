import { describe, expect, test } from 'vitest';
import { googleDenial } from '../../../shared/adapters/google/google-denial.ts';
import { googleFault } from '../../../shared/adapters/google/google-fault.ts';

const envelope = (code: number, status?: string) => ({ error: { code, status, message: 'no' } });

describe('why a call to Google failed', () => {
  test.each([
    ['not-found', 5, 404, 'NOT_FOUND'],
    ['already-exists', 6, 409, 'ALREADY_EXISTS'],
    ['denied', 7, 403, 'PERMISSION_DENIED'],
    ['exhausted', 8, 429, 'RESOURCE_EXHAUSTED'],
    ['failed-precondition', 9, 400, 'FAILED_PRECONDITION'],
    ['aborted', 10, 409, 'ABORTED'],
    ['unavailable', 14, 503, 'UNAVAILABLE'],
    ['unavailable', 13, 500, 'INTERNAL'],
    ['deadline', 4, 504, 'DEADLINE_EXCEEDED'],
    ['other', 3, 400, 'INVALID_ARGUMENT'],
    ['other', 16, 401, 'UNAUTHENTICATED'],
  ])('%s is understood in every shape', (kind, code, http, status) => {
    const shapes = {
      gRPC: Object.assign(new Error('no'), { code, details: 'no' }),
      'a client over REST': Object.assign(new Error('no'), { code, httpStatusCode: http }),
      'a client that knows the word': Object.assign(new Error('no'), { code: http, status }),
      'the envelope': envelope(http, status),
      'an error with the answer': { status: http, response: { data: envelope(http, status) } },
      'the same, its code a string': {
        code: String(http),
        response: { data: envelope(http, status) },
      },
    };
    for (const [shape, error] of Object.entries(shapes)) {
      expect({ shape, ...googleFault(error) }).toEqual({ shape, kind, status });
    }
  });

  test.each([
    ['not-found', 404],
    ['denied', 403],
    ['aborted', 409],
    ['exhausted', 429],
    ['unavailable', 502],
    ['unavailable', 503],
    ['deadline', 504],
    ['other', 400],
    ['other', 418],
  ])('%s is read from the bare HTTP status %i', (kind, http) => {
    expect(googleFault({ code: http })).toMatchObject({ kind });
    expect(googleFault({ code: String(http) })).toMatchObject({ kind });
    expect(googleFault({ response: { status: http, data: '<html>' } })).toMatchObject({ kind });
    expect(googleFault(envelope(http))).toMatchObject({ kind });
  });

  test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_SOCKET'])(
    '%s of the network is an unavailable Google',
    (code) => {
      expect(googleFault(Object.assign(new Error('no'), { code }))).toEqual({
        kind: 'unavailable',
        status: 'UNAVAILABLE',
      });
    },
  );

  test.each([undefined, null, 'NOT_FOUND', 5, {}, new Error('5 NOT_FOUND'), { code: {} }])(
    'what is no error of Google’s is none: %j',
    (error) => {
      expect(googleFault(error)).toEqual({ kind: 'other', status: 'UNKNOWN' });
    },
  );
});

describe('what Google denied', () => {
  const needed = { permission: 'secretmanager.versions.access', resource: 'projects/p/secrets/s' };
  const kms = {
    permission: 'cloudkms.cryptoKeyVersions.useToDecrypt',
    resource: 'projects/p/locations/eu/keyRings/r/cryptoKeys/k',
  };
  const reason = 'IAM_PERMISSION_DENIED';
  const message = `Permission '${kms.permission}' denied for resource '${kms.resource}' (or it may not exist).`;

  test.each([
    ['ErrorInfo of the client', { message: 'no', reason, errorInfoMetadata: kms }, reason],
    ['ErrorInfo of the envelope', { details: [{}, { reason, metadata: kms }] }, reason],
    ['the sentence', new Error(message), undefined],
    ['the sentence with “on”', new Error(message.replace('for', 'on')), undefined],
  ])('is read from %s', (_, error, told) => {
    const { facts } = googleDenial(error, needed);

    expect(facts).toEqual({ ...kms, ...(told !== undefined && { reason: told }) });
  });

  test.each([
    ['nothing', undefined],
    ['text that is no name', { errorInfoMetadata: { permission: 'a b', resource: 'c\nd' } }],
    ['a sentence with more in it', new Error("Permission 'x -----BEGIN' denied for resource 'a'")],
    ['a reason in prose', { reason: 'because of you' }],
    ['what is no text', { errorInfoMetadata: { permission: { a: 1 }, resource: 7 } }],
  ])('is what the call needs where Google tells %s', (_, error) => {
    const { facts } = googleDenial(error, { ...needed, resource: 'a' });

    expect(facts).toEqual({ ...needed, resource: 'a' });
  });
});
