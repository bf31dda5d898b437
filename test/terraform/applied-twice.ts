import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from './mocked-plan.ts';
import { type Ran, terraform, workingCopy } from './working-copy.ts';

/** What a real function tells of itself once it is there. */
const provider = {
  google: {
    mock_resource: {
      google_cloudfunctions2_function: {
        defaults: { service_config: { service: 'projects/p/locations/l/services/s' } },
      },
    },
  },
};

/** Terraform 1.11 would keep the database from being torn down after a test, too. */
const withoutLock = {
  resource: {
    google_firestore_database: { connectors: { lifecycle: { prevent_destroy: false } } },
  },
};

export interface AppliedTwice extends Ran {
  /** What is planned the second time. */
  plan: Plan | undefined;
}

const ran = new Map<string, AppliedTwice>();
let shared: string | undefined;

interface Otherwise {
  /** A copy of one's own, where terraform/ as it is will not do. */
  folder?: string;
  /** What is to be made anew, as Google's provider has it where something cannot change: a mock never does by itself. */
  replace?: string[];
}

/** Applied with some variables, by a provider that is mocked, then planned with others; and then removed. */
export function appliedTwice(
  first: object,
  second: object,
  { folder = (shared ??= workingCopy()), replace = [] }: Otherwise = {},
): AppliedTwice {
  const key = JSON.stringify([first, second, folder, replace]);
  const known = ran.get(key) ?? applyTwice(first, second, folder, replace);
  ran.set(key, known);
  return known;
}

function applyTwice(
  first: object,
  second: object,
  folder: string,
  replace: string[],
): AppliedTwice {
  writeFileSync(join(folder, 'lock_override.tf.json'), JSON.stringify(withoutLock));
  const file = 'tests/applied-twice.tftest.json';
  const usual = { archives: 'tests/archives', settle_seconds: 0, allow_removal: true };
  const test = {
    mock_provider: provider,
    variables: { ...usual, ...first },
    run: [
      { first: { command: 'apply' } },
      {
        second: {
          command: 'plan',
          plan_options: { replace },
          variables: { ...usual, ...first, ...second },
        },
      },
    ],
  };
  writeFileSync(join(folder, file), JSON.stringify(test));
  const done = terraform(folder, 'test', '-json', '-verbose', `-filter=${file}`);
  const plans = done.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { test_plan?: Plan });
  return { ...done, plan: plans.find((each) => each.test_plan)?.test_plan };
}

/** The addresses of what a plan would change, without those of which only a path on this machine is another. */
export function changedBy(plan: Plan | undefined): string[] {
  return (plan?.resource_changes ?? [])
    .filter(({ type, change: { actions, before, after } }) => {
      const sameObject = type === 'google_storage_bucket_object' && before?.name === after.name;
      return !sameObject && actions.join() !== 'no-op';
    })
    .map(({ address }) => address)
    .toSorted();
}
