import { expect, test } from 'vitest';
import { accessToken } from '../../tools/deploy/access-token.ts';
import { scheduleProbe } from '../../tools/deploy/schedule-probe.ts';
import { listen } from '../support/listen.ts';

const job = 'projects/acme-connectors/locations/europe-west1/jobs/check-connectors';
const since = new Date('2026-11-26T10:00:30Z');
const before = { state: 'ENABLED', lastAttemptTime: '2026-11-26T10:00:00.1Z', status: {} };
const called = { ...before, lastAttemptTime: '2026-11-26T10:01:00.1Z' };
const again = { ...before, lastAttemptTime: '2026-11-26T10:02:00.1Z' };
const refused = (code: number) => ({ ...called, status: { code } });

/** What is said at each look, of a job that Cloud Scheduler describes so, one after the other. */
async function looks(states: object[], state = 'ENABLED', token: string | undefined = 'a token') {
  const asked: string[] = [];
  const left = [...states];
  const origin = await listen((httpRequest, httpResponse) => {
    asked.push(`${String(httpRequest.url)} ${String(httpRequest.headers.authorization)}`);
    httpResponse.setHeader('content-type', 'application/json');
    httpResponse.end(JSON.stringify(left.shift()));
  });
  const { ask } = scheduleProbe({ job, state }, { origin, token, since });
  const told: (string | undefined)[] = [];
  for (const _ of states) told.push(await ask());
  return { told, asked };
}

test('a schedule that was answered gets through, once that stands', async () => {
  const { told, asked } = await looks([before, called, called]);

  expect(told).toEqual(['it has not called yet', 'it has only just called', undefined]);
  expect(asked[0]).toBe(`/v1/${job} Bearer a token`);
});

test('what stands there as a call begins is of the one before', async () => {
  const { told } = await looks([called, refused(16), again, again]);

  expect(told).toEqual([
    'it has only just called',
    expect.stringContaining('its call was refused: 401'),
    'it has only just called',
    undefined,
  ]);
});

test.each([
  [5, /404: its calls do not get through.*machine_ingress/],
  [7, /403: IAM turns it away/],
  [16, /401/],
  [13, /the function failed/],
  [2, /code 2/],
])('a schedule whose calls end with %i is dead', async (code, why) => {
  const { told } = await looks([refused(code), refused(code)]);

  expect(told[0]).toMatch(why);
  expect(told[1]).toBe(told[0]);
});

test('a schedule that never called is dead, as is one that rests and was not told to', async () => {
  const { told } = await looks([{ state: 'ENABLED' }, { ...called, state: 'PAUSED' }]);

  expect(told).toEqual(['it has not called yet', 'it is PAUSED, and was told to be ENABLED']);
});

test('a schedule that was told to rest rests', async () => {
  const { told } = await looks([{ state: 'PAUSED' }, called], 'PAUSED');

  expect(told).toEqual([undefined, 'it is ENABLED, and was told to be PAUSED']);
});

test('who may not look, or cannot, is told so', async () => {
  const origin = await listen((_, httpResponse) => {
    httpResponse.writeHead(403, { 'content-type': 'application/json' }).end('{}');
  });
  const ask = (token: string | undefined) =>
    scheduleProbe({ job, state: 'ENABLED' }, { origin, token, since }).ask();

  expect(await ask('a token')).toMatch(/answers 403.*cloudscheduler\.jobs\.get/);
  expect(await ask(undefined)).toMatch(/set GOOGLE_OAUTH_ACCESS_TOKEN/);
});

test('the token is the one that is given, or the account’s own on a machine of Google’s', async () => {
  const asked: unknown[] = [];
  const origin = await listen((httpRequest, httpResponse) => {
    asked.push([httpRequest.url, httpRequest.headers['metadata-flavor']]);
    httpResponse.end(JSON.stringify({ access_token: 'the account’s' }));
  });
  const GCE_METADATA_HOST = origin.replace('http://', '');

  expect(await accessToken({ GOOGLE_OAUTH_ACCESS_TOKEN: 'given', GCE_METADATA_HOST })).toBe(
    'given',
  );
  expect(asked).toEqual([]);
  expect(await accessToken({ GCE_METADATA_HOST })).toBe('the account’s');
  expect(asked).toEqual([
    ['/computeMetadata/v1/instance/service-accounts/default/token', 'Google'],
  ]);
  expect(await accessToken({ GCE_METADATA_HOST: '127.0.0.1:9' })).toBeUndefined();
});
