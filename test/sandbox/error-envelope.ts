const text = { type: 'string', minLength: 1 };

/** How Google's APIs say no; discovery documents leave it out (https://cloud.google.com/apis/design/errors#http_mapping). */
export const errorEnvelope = {
  $id: 'ErrorEnvelope',
  type: 'object',
  required: ['error'],
  additionalProperties: false,
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'errors', 'status'],
      additionalProperties: false,
      properties: {
        code: { type: 'integer', minimum: 400, maximum: 599 },
        message: text,
        status: {
          enum: [
            'INVALID_ARGUMENT',
            'UNAUTHENTICATED',
            'PERMISSION_DENIED',
            'NOT_FOUND',
            'ALREADY_EXISTS',
            'FAILED_PRECONDITION',
            'RESOURCE_EXHAUSTED',
            'INTERNAL',
            'UNIMPLEMENTED',
            'UNAVAILABLE',
          ],
        },
        errors: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['message', 'domain', 'reason'],
            additionalProperties: false,
            properties: {
              message: text,
              domain: { enum: ['global', 'usageLimits'] },
              reason: { type: 'string', pattern: '^[a-z][A-Za-z]+$' },
              location: text,
              locationType: text,
              extendedHelp: { type: 'string', pattern: '^https://' },
            },
          },
        },
        details: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['@type'],
            properties: {
              '@type': { type: 'string', pattern: '^type[.]googleapis[.]com/google[.]rpc[.]' },
            },
          },
        },
      },
    },
  },
};
