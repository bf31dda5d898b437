import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from './handbook.ts';

const block = commands().find((text) => text.includes('add-iam-policy-binding "$key"')) ?? '';
const loopOver = (name: string): string[] =>
  (new RegExp(`for ${name} in ([^;]+);`).exec(block)?.[1] ?? '').split(' ');
const quotedIn = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);

test('the agents that are let use keys of one’s own are those that Terraform tells of later', () => {
  const [, listed = ''] =
    /for agent in \[\n([^]*?)\]/.exec(readFileSync('terraform/outputs.tf', 'utf8')) ?? [];

  const told = [...listed.matchAll(/"([^"]+)"/g)].map(([, agent]) => agent);
  expect(told.length).toBeGreaterThan(5);
  expect(loopOver('agent')).toEqual(told);
});

test('every agent is made before, of a service that is on by then and that Terraform keeps on', () => {
  const enabled = /gcloud services enable ([^-]+) --project/.exec(block)?.[1]?.split(' ') ?? [];

  // The agent of Cloud Storage is made by its own command.
  const agents = loopOver('agent').filter((agent) => agent !== 'gs-project-accounts');
  const services = loopOver('service').map((service) => `${service}.googleapis.com`);
  expect(services.length).toBe(agents.length);
  expect(block).toContain('gcloud storage service-agent');
  expect(enabled).toEqual(expect.arrayContaining(services));
  expect(quotedIn('terraform/services.tf')).toEqual(expect.arrayContaining(enabled));
  for (const [earlier, later] of [
    ['services enable', 'identity create'],
    ['identity create', 'add-iam-policy-binding'],
    ['storage service-agent', 'add-iam-policy-binding'],
  ] as const)
    expect(block.indexOf(earlier)).toBeLessThan(block.indexOf(later));
});
