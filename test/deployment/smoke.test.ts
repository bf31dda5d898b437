import { expect, test } from 'vitest';
import { smokeProbes } from '../../tools/deploy/smoke-probes.ts';
import { waitFor } from '../../tools/deploy/wait-for.ts';
import { readOutputs } from '../../tools/deploy/read-outputs.ts';
import { type Answer, functions, json, schedule, smoke } from './smoke.ts';

test('what lives and is shut has nothing wrong with it', async () => {
  expect(await smoke()).toEqual([]);
});

test.each<[what: string, otherwise: Record<string, Answer>, complaint: RegExp]>([
  [
    'a page that fails',
    { 'GET /settings-page/': [500, 'text/html', ''] },
    /page.*answers 500, not 200/,
  ],
  ['a page of something else', { 'GET /settings-page/': json({}) }, /it is not HTML/],
  [
    'a page without its policy',
    { 'GET /settings-page/': [200, 'text/html', ''] },
    /without its policy/,
  ],
  [
    'a page with a weak policy',
    {
      'GET /settings-page/': [
        200,
        'text/html',
        '',
        { 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'" },
      ],
    },
    /without its policy/,
  ],
  [
    'a page that is a redirect',
    { 'GET /settings-page/': [302, 'text/html', '', { location: '/' }] },
    /answers 302/,
  ],
  [
    'a function that fails',
    { 'POST /upload-key': [500, 'text/plain', ''] },
    /POST upload-key.*answers 500, not 401/,
  ],
  ['a function that lets anybody in', { 'POST /upload-key': json({}) }, /answers 200, not 401/],
  [
    'a function that IAM shuts',
    { 'POST /upload-key': [403, 'text/html', ''] },
    /roles\/run\.invoker/,
  ],
  ['somebody else’s 401', { 'POST /upload-key': [401, 'text/html', ''] }, /no problem document/],
  [
    'a 401 whose document says otherwise',
    { 'POST /upload-key': [401, 'application/problem+json', '{"status":500,"code":"internal"}'] },
    /no problem document/,
  ],
  [
    'a call that fails',
    { [`PUT /save-connector/con-${'0'.repeat(26)}`]: [503, 'text/plain', ''] },
    /PUT save-connector/,
  ],
  [
    'a check that anybody may start',
    { 'POST /check-connector': json({}) },
    /check-connector is closed to people: it answers 200/,
  ],
  [
    'a check that fails',
    { 'POST /check-connector': [500, 'text/plain', ''] },
    /it answers 500, not 401 or 403/,
  ],
  [
    'a description that fails',
    { 'GET /settings-page/openapi.json': [404, 'text/plain', ''] },
    /describes the functions: it answers 404/,
  ],
  [
    'a description of nothing',
    { 'GET /settings-page/openapi.json': json({}) },
    /it is no OpenAPI document/,
  ],
])('%s is told', async (_what, otherwise, complaint) => {
  expect((await smoke(otherwise)).join('\n')).toMatch(complaint);
});

test('a function that is not deployed, or that nothing describes, is told', async () => {
  expect(await smoke({}, ['settings-page', 'upload-key'])).toContainEqual(
    expect.stringContaining('save-connector is described and not deployed'),
  );
  expect(await smoke({}, [...functions, 'back-door'])).toContainEqual(
    expect.stringContaining('back-door is deployed and not described'),
  );
});

test('where nobody answers, that is told', async () => {
  const outputs = {
    page_url: { value: 'http://127.0.0.1:9' },
    function_urls: { value: { 'check-connector': 'http://127.0.0.1:9' } },
    ...schedule(),
  };

  const probes = await smokeProbes(readOutputs(JSON.stringify(outputs)), (ask) => ask());

  expect(await Promise.all(probes.map(({ ask }) => ask()))).toEqual(
    probes.map(() => expect.stringMatching(/^there is no answer/) as string),
  );
});

test('what is not there yet is asked for again, as long as there is patience', async () => {
  let asked = 0;
  const third = () => Promise.resolve((asked += 1) < 3 ? 'not yet' : undefined);

  expect(await waitFor(third, 60, 0)).toBeUndefined();
  expect(asked).toBe(3);
  expect(await waitFor(() => Promise.resolve('never'), 0)).toBe('never');
});

test('outputs that are none are refused', () => {
  const whole = {
    page_url: { value: 'https://a.example' },
    function_urls: { value: { 'upload-key': 'https://a.example/upload-key' } },
    ...schedule('internal', 'PAUSED'),
  };

  expect(readOutputs(JSON.stringify(whole))).toMatchObject({
    hidden: true,
    schedule: { job: 'projects/p/locations/l/jobs/check-connectors', state: 'PAUSED' },
  });
  for (const missing of Object.keys(whole))
    expect(() => readOutputs(JSON.stringify({ ...whole, [missing]: undefined }))).toThrow(
      `${missing} is missing`,
    );
});
