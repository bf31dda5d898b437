import type { IncomingMessage, ServerResponse } from 'node:http';
import { readOutputs } from '../../tools/deploy/read-outputs.ts';
import { smokeProbes } from '../../tools/deploy/smoke-probes.ts';
import { listen } from '../support/listen.ts';

export type Answer = [status: number, type: string, body: string, headers?: Record<string, string>];

const policy = { 'content-security-policy': "default-src 'none'; script-src 'self'" };
const refusal: Answer = [
  401,
  'application/problem+json',
  JSON.stringify({ status: 401, code: 'token-missing' }),
];
export const json = (body: object): Answer => [200, 'application/json', JSON.stringify(body)];
export const functions = ['settings-page', 'upload-key', 'save-connector', 'check-connector'];
const alive: Record<string, Answer> = {
  'GET /settings-page/': [200, 'text/html; charset=utf-8', '<!doctype html>', policy],
  'GET /settings-page/openapi.json': json({
    paths: {
      '/upload-key': { post: {} },
      '/save-connector': { post: {} },
      '/save-connector/{connectorId}': { put: {} },
    },
  }),
  'POST /upload-key': refusal,
  'POST /save-connector': refusal,
  [`PUT /save-connector/con-${'0'.repeat(26)}`]: refusal,
  'POST /check-connector': [403, 'text/html', 'Forbidden'],
};

/** The outputs that tell of the schedule, and of where it comes in. */
export const schedule = (ingress = 'all', state = 'ENABLED') => ({
  schedule_job: { value: 'projects/p/locations/l/jobs/check-connectors' },
  smoke_expects: { value: { machine_ingress: ingress, schedule: state } },
});

/** What is told of an installation in which some calls are answered otherwise. */
export async function smoke(
  otherwise: Record<string, Answer> = {},
  names = functions,
  ingress = 'all',
): Promise<string[]> {
  const answers = { ...alive, ...otherwise };
  const origin = await listen((httpRequest: IncomingMessage, httpResponse: ServerResponse) => {
    const { method = '', url = '' } = httpRequest;
    const [status, type, body, headers] = answers[`${method} ${url}`] ?? [404, 'text/plain', ''];
    httpResponse.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  const urls = Object.fromEntries(names.map((name) => [name, `${origin}/${name}`]));
  const outputs = {
    page_url: { value: `${origin}/settings-page` },
    function_urls: { value: urls },
    ...schedule(ingress),
  };
  const probes = await smokeProbes(readOutputs(JSON.stringify(outputs)), (ask) => ask());
  const told = await Promise.all(probes.map(async ({ what, ask }) => [what, await ask()] as const));
  return told.flatMap(([what, complaint]) =>
    complaint === undefined ? [] : [`${what}: ${complaint}`],
  );
}
