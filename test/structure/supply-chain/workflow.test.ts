import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { manifest } from './manifest.ts';

/** Of GitHub's words those that we use, and no other: no secret, no right to write, nothing of a pull request in a script. */
const permissions = z.strictObject({ contents: z.literal('read').optional() });
const checkout = z.strictObject({
  uses: z.string().startsWith('actions/checkout@'),
  with: z.strictObject({ 'persist-credentials': z.literal(false) }),
});
const run = z.strictObject({ run: z.string().regex(/^[^$`]+$/) });
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.strictObject({ branches: z.tuple([z.literal('main')]) }),
    pull_request: z.null(),
  }),
  permissions,
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.literal(true) }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      'runs-on': z.literal('ubuntu-24.04'),
      container: z.string(),
      'timeout-minutes': z.number().max(120),
      permissions,
      steps: z.array(z.union([checkout, run])),
    }),
  ),
});

const files = globSync('.github/workflows/*.{yml,yaml}');

test('there is a workflow, and it runs .ci/run', () => {
  expect(files.map((file) => readFileSync(file, 'utf8')).join()).toContain('- run: .ci/run\n');
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const { jobs } = workflow.parse(parse(text));

  test('pins each action to a commit, and says of which version that is', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));

    expect(uses.length).toBeGreaterThan(0);
    expect(
      uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  });

  test('runs on the Node that package.json asks for', () => {
    const image = new RegExp(
      `^node:${manifest.devDependencies.node ?? ''}-bookworm(@sha256:[0-9a-f]{64})?$`,
    );
    const others = Object.values(jobs).filter(({ container }) => !image.test(container));

    expect(others).toEqual([]);
  });
});
