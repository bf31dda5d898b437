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

test('every code of the catalogue is named, but for what only the laptop says', () => {
  const text = JSON.stringify(document);
  const unnamed = Object.keys(catalogue).filter((code) => !text.includes(`\`${code}\``));
  expect(unnamed).toEqual(['host-refused', 'path-not-found', 'method-not-allowed']);
});
