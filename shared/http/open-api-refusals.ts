import * as z from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { catalogue, type ProblemCode } from '../problems/catalogue.ts';
import type { Call } from './endpoint.ts';

const problemDocument = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What to do next, in one sentence.' }),
    instance: z.string(),
    code: z.enum(Object.keys(catalogue) as [ProblemCode, ...ProblemCode[]]),
    errors: z
      .array(
        z.strictObject({
          in: z.enum(['path', 'query', 'header', 'body']),
          pointer: z.string().meta({ description: 'JSON pointer (RFC 6901).' }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details.',
    examples: [
      {
        type: 'urn:bigquery-connector:problem:request-invalid',
        title: catalogue['request-invalid'].title,
        status: catalogue['request-invalid'].status,
        detail: 'Mend the listed fields and send the request again.',
        instance: 'urn:bigquery-connector:request:0af7651916cd43dd8448eb211c80319c',
        code: 'request-invalid',
        errors: [{ in: 'body', pointer: '/name', detail: 'is missing' }],
      },
    ],
  });

const ofEveryCall: ProblemCode[] = [
  'head-unreadable',
  'head-too-large',
  'request-too-slow',
  'request-invalid',
  'path-invalid',
  'encoding-unsupported',
  'token-missing',
  'token-refused',
  'workspace-missing',
  'role-missing',
  'rate-limited',
  'internal',
  'issuer-unavailable',
  'store-unavailable',
];
const ofBodies: ProblemCode[] = ['body-unreadable', 'body-too-large', 'media-type-unsupported'];
const ofChanges: ProblemCode[] = ['etag-missing', 'etag-stale'];

/** Every status under which the call may be refused, with the codes that it may bear. */
export function refusals<Ports>(call: Call<Ports>): ZodOpenApiResponsesObject {
  const { request, role, problems } = call;
  const codes = new Set<ProblemCode>([
    ...ofEveryCall,
    ...(request.body || request.file ? ofBodies : []),
    ...(request.headers ? ofChanges : []),
    ...(request.cursor ? (['page-token-invalid'] as const) : []),
    ...(role === 'editor' ? (['role-insufficient'] as const) : []),
    ...problems,
  ]);
  const byStatus = Map.groupBy(codes, (code) => catalogue[code].status);
  const entries = [...byStatus].map(([status, ofStatus]) => [
    String(status),
    refusal(status, ofStatus),
  ]);
  return Object.fromEntries(entries) as ZodOpenApiResponsesObject;
}

function refusal(status: number, codes: ProblemCode[]) {
  const waits = [429, 503].includes(status) && {
    headers: z.object({
      'retry-after': z
        .string()
        .optional()
        .meta({ description: 'Seconds.', examples: ['30'] }),
    }),
  };
  const challenges = status === 401 && {
    headers: z.object({ 'www-authenticate': z.literal('Bearer') }),
  };
  return {
    description: codes.map((code) => `\`${code}\` ${catalogue[code].title}`).join('; '),
    ...waits,
    ...challenges,
    content: { 'application/problem+json': { schema: problemDocument } },
  };
}
