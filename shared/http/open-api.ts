import * as z from 'zod';
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Call, Endpoint } from './endpoint.ts';
import { refusals } from './open-api-refusals.ts';

/** OpenAPI 3.1 of the functions, from the very schemas that read their requests. */
export function openApi<Ports>(endpoints: Endpoint<Ports>[], origin: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const { name, calls } of endpoints) {
    for (const call of calls) {
      const path = call.path === '/' ? `/${name}` : `/${name}${call.path}`;
      paths[path] = { ...paths[path], [call.method.toLowerCase()]: operation(name, call) };
    }
  }
  const document: ZodOpenApiObject = {
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
  };
  return createDocument(document, { override: keepExamples });
}

/** Where a schema changes what it reads, zod drops its examples, though ours are of what is sent. */
const keepExamples: NonNullable<CreateDocumentOptions['override']> = ({
  zodSchema,
  jsonSchema,
}) => {
  const { examples } = z.globalRegistry.get(zodSchema) ?? {};
  if (examples) jsonSchema.examples = examples;
};

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
  const hasEtag = answer instanceof z.ZodObject && 'etag' in answer.shape;
  const response = {
    description: summary,
    ...(hasEtag && {
      headers: z.object({
        etag: z.string().meta({
          description: 'The connector’s etag, in quotes: for If-Match.',
          examples: ['"4z8x1c6v3b9n5m7q2w0e8r4t6y"'],
        }),
      }),
    }),
    content: {
      'application/json': { schema: answer },
      ...(streams && { 'text/event-stream': { schema: eventStreamText } }),
    },
  };
  return {
    [String(status)]: response,
    ...(otherStatus !== undefined && { [String(otherStatus)]: response }),
  };
}

const eventStreamText = {
  type: 'string' as const,
  examples: ['event: check\ndata: {"id":"A1","outcome":"passed"}\n\n'],
};
