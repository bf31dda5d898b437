import { expect, test } from 'vitest';
import { type Answer, functions, smoke } from './smoke.ts';

const hidden: Answer = [404, 'text/html', 'Not found'];
const own: Answer = [
  404,
  'application/problem+json',
  JSON.stringify({ status: 404, code: 'path-not-found' }),
];
const shut: Answer = [401, 'text/html', 'Unauthorized'];

test.each<[ingress: string, answer: Answer, complaint: RegExp | undefined]>([
  ['all', shut, undefined],
  ['all', hidden, /check-connector is closed to people: it answers 404, not 401 or 403/],
  ['all', own, /it answers 404/],
  ['internal', hidden, undefined],
  ['internal', own, /check-connector is hidden from people: it answers 404/],
  ['internal', shut, /it answers 401, not the network’s own 404/],
  ['internal', [403, 'text/html', ''], /it answers 403, not the network’s own 404/],
])('with machine_ingress = "%s" a check that answers strangers %j', async (...row) => {
  const [ingress, answer, complaint] = row;

  const told = await smoke({ 'POST /check-connector': answer }, functions, ingress);

  expect(told.length).toBe(complaint ? 1 : 0);
  if (complaint) expect(told[0]).toMatch(complaint);
});
