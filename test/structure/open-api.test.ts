import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApi } from '../../shared/http/open-api.ts';
import { endpointsOfFunctions } from '../../tools/local-service/endpoints-of-functions.ts';
import { catalogue } from '../../shared/problems/catalogue.ts';

const endpoints = await endpointsOfFunctions<never>();
const document = openApi(endpoints, 'https://api.example');

test('the OpenAPI document passes its linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-api-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  try {
    const redocly = join(import.meta.dirname, '../../node_modules/.bin/redocly');
    execFileSync(
      redocly,
      ['lint', file, '--extends=recommended', '--skip-rule=info-license-strict'],
      {
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: 'pipe',
      },
    );
  } catch (error) {
    expect.fail(String((error as { stdout?: string }).stdout));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every function and call is in it', () => {
  const { paths } = document as { paths: Record<string, Record<string, unknown>> };
  const described = Object.entries(paths).flatMap(([path, calls]) =>
    Object.keys(calls).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const promised = endpoints.flatMap(({ name, calls }) =>
    calls.map(({ method, path }) => `${method} /${name}${path === '/' ? '' : path}`),
  );
  expect(described.sort()).toEqual(promised.sort());
});

test('every call that changes something may come too often', () => {
  const free = endpoints.flatMap(({ name, calls }) =>
    calls
      .filter(({ method, problems }) => method !== 'GET' && !problems.includes('rate-limited'))
      .map(({ method, path }) => `${method} ${name}${path}`),
  );
  expect(free).toEqual([]);
});

test('every parameter, body, header and answer shows what it looks like, examples that are lost by no schema', () => {
  const { paths, components } = document as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const places = Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls).flatMap(([method, { parameters = [], requestBody, responses }]) => [
      ...parameters.map(({ name, schema }) => [`${method} ${path} ${name}`, schema] as const),
      ...[requestBody, ...Object.values(responses)].flatMap((message, index) => [
        ...Object.entries({ ...message?.content, ...message?.headers }).map(
          ([type, { schema }]) => [`${method} ${path} ${String(index)} ${type}`, schema] as const,
        ),
      ]),
    ]),
  );
  const named = Object.entries(components.schemas);
  expect([...places, ...named].flatMap(([place, schema]) => unshown(schema, place))).toEqual([]);
});

test('only an answer that is a connector promises an etag', () => {
  const { paths } = document as { paths: Record<string, Record<string, Operation>> };
  const withEtag = Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls)
      .filter(([, { responses }]) =>
        Object.values(responses).some((answer) => answer.headers?.etag),
      )
      .map(([method]) => `${method} ${path}`),
  );
  expect(withEtag.sort()).toEqual([
    'get /list-connectors/{connectorId}',
    'post /delete-connector/{connectorId}/restore',
    'post /save-connector',
    'post /save-connector/{connectorId}/roll-back',
    'put /save-connector/{connectorId}',
  ]);
});

test('every code of the catalogue is named, but for what only the laptop says', () => {
  const text = JSON.stringify(document);
  const unnamed = Object.keys(catalogue).filter((code) => !text.includes(`\`${code}\``));
  expect(unnamed).toEqual(['host-refused', 'path-not-found', 'method-not-allowed']);
});

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
}

/** Where a reader is left to guess what a value looks like. */
function unshown(schema: Schema, place: string): string[] {
  const { examples, properties, items, oneOf } = schema;
  const spoken = [schema.$ref, schema.enum, schema.const, examples].some((is) => is !== undefined);
  if (spoken || schema.format === 'binary' || schema.type === 'boolean') return [];
  if (properties)
    return Object.entries(properties).flatMap(([name, part]) => unshown(part, `${place}.${name}`));
  if (items) return unshown(items, `${place}[]`);
  return oneOf?.flatMap((part) => unshown(part, place)) ?? [place];
}

type Content = Record<string, { schema: Schema }>;
interface Operation {
  parameters?: { name: string; schema: Schema }[];
  requestBody?: { content: Content; headers?: Content };
  responses: Record<string, { content?: Content; headers?: Content }>;
}

test('THREATS 52: no answer is a file that a spreadsheet would run', () => {
  const types = [...JSON.stringify(document).matchAll(/"((?:text|application)\/[\w.+-]+)":\{/g)];
  expect(new Set(types.map(([, type]) => type))).toEqual(
    new Set([
      'application/json',
      'application/octet-stream', // a key file, on its way in
      'application/problem+json',
      'text/event-stream',
    ]),
  );
});
