import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { catalogue, type ProblemCode } from '../problems/catalogue.ts';
import type { Call, Endpoint } from './endpoint.ts';

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
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

const ofEveryCall: ProblemCode[] = [
  'request-invalid',
  'path-invalid',
  'encoding-unsupported',
  'token-missing',
  'token-refused',
  'workspace-missing',
  'role-missing',
  'internal',
  'issuer-unavailable',
  'store-unavailable',
];
const ofBodies: ProblemCode[] = [
  'body-unreadable',
  'body-too-large',
  'request-too-slow',
  'media-type-unsupported',
];
const ofChanges: ProblemCode[] = ['etag-missing', 'etag-stale'];

/** OpenAPI 3.1 of the functions, from the very schemas that read their requests. */
export function openApi<Ports>(endpoints: Endpoint<Ports>[], origin: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const { name, calls } of endpoints) {
    for (const call of calls) {
      const path = call.path === '/' ? `/${name}` : `/${name}${call.path}`;
      paths[path] = { ...paths[path], [call.method.toLowerCase()]: operation(name, call) };
    }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'BigQuery connector service',
      version: '1.0.0',
      description: 'Connects a customer’s BigQuery, and says exactly what is wrong when it cannot.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    tags: endpoints.map(({ name, description }) => ({ name, description })),
    security: [{ accessToken: [] }],
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  });
}

function operation<Ports>(name: string, call: Call<Ports>): ZodOpenApiOperationObject {
  const { request } = call;
  const header = request.headers && {
    header: z.object({
      'If-Match': z.string().meta({
        description: 'The etag of the connector as it was read.',
        examples: ['"4z8x1c6v3b9n5m7q2w0e8r4t6y"'],
      }),
    }),
  };
  return {
    operationId: operationId(name, call),
    tags: [name],
    summary: call.summary,
    description: `${call.description ?? ''} Needs the role ${call.role}.`.trim(),
    requestParams: {
      ...(request.path && { path: request.path }),
      ...(request.query && { query: request.query }),
      ...header,
    },
    ...(request.body && {
      requestBody: {
        required: request.bodyOptional !== true,
        content: { 'application/json': { schema: request.body } },
      },
    }),
    ...(request.file && {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    responses: { ...successes(call), ...refusals(call) },
  };
}

function operationId<Ports>(name: string, { method, path }: Call<Ports>): string {
  return [name, method.toLowerCase(), ...path.split('/').map((part) => part.replace(/[{}]/g, ''))]
    .filter((part) => part !== '')
    .join('-');
}

function successes<Ports>({
  status,
  otherStatus,
  answer,
  streams,
  summary,
}: Call<Ports>): ZodOpenApiResponsesObject {
  const response = {
    description: summary,
    headers: z.object({
      etag: z.string().optional().meta({ description: 'Where the answer is a connector.' }),
    }),
    content: {
      'application/json': { schema: answer },
      ...(streams && { 'text/event-stream': { schema: { type: 'string' as const } } }),
    },
  };
  return {
    [String(status)]: response,
    ...(otherStatus !== undefined && { [String(otherStatus)]: response }),
  };
}

/** Every status under which the call may be refused, with the codes that it may bear. */
function refusals<Ports>(call: Call<Ports>): ZodOpenApiResponsesObject {
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
    headers: z.object({ 'retry-after': z.string().optional().meta({ description: 'Seconds.' }) }),
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
