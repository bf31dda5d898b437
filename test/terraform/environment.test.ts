import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploymentVariables } from '../../shared/adapters/google/deployment-variables.ts';
import {
  type CheckingVariable,
  readCheckingEnvironment,
} from '../../shared/adapters/google/read-checking-environment.ts';
import { readEnvironment } from '../../shared/adapters/google/read-environment.ts';
import { readPageEnvironment } from '../../shared/adapters/google/read-page-environment.ts';
import { silentVariables } from '../../shared/adapters/google/silent-variables.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

interface ServiceConfig {
  environment_variables: Record<string, string>;
  secret_environment_variables: { key: string; secret: string }[];
}

const functions = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));
const kmsKey = (place: string) =>
  `projects/acme-keys/locations/${place}/keyRings/connectors/cryptoKeys/all`;

/** Nothing as it is by default, so that whatever the code did not read would show. */
const everything = {
  secret_regions: ['europe-west1', 'europe-west4'],
  kms_keys: { 'europe-west1': kmsKey('europe-west1'), 'europe-west4': kmsKey('europe-west4') },
  page_origins: ['https://admin.example.com'],
  page_url: 'https://app.example.com/connectors',
  token_types: ['at+jwt', 'jwt'],
  token_workspace_claim: 'tenant',
  token_role_claim: 'part',
  sign_in_scope: 'openid offline_access',
  sign_in_parameters: 'audience=urn:example:api',
  machine_ingress: 'internal',
  limits: {
    uploads_a_minute: 11,
    validations_a_minute: 31,
    edits_a_minute: 61,
    browses_a_minute: 121,
    accounts_a_day: 51,
    pending_keys: 101,
    keys: 3001,
    connectors: 1001,
  },
};

describe.skipIf(withoutTerraform()).each([
  ['by default', {}],
  ['with everything set', everything],
])('with Terraform: %s', (_, variables) => {
  test.each(functions)('%s is told exactly what it reads, and takes it', (name) => {
    const told = toldTo(name, variables);

    expect(Object.keys(told).toSorted()).toEqual([...readBy(name), ...framework].toSorted());
    expect(() => read(name, told)).not.toThrow();
  });
});

test.skipIf(withoutTerraform())('with Terraform: the secret is given as one', () => {
  const secrets = functions.flatMap((name) =>
    configOf(name, {}).secret_environment_variables.map(({ key, secret }) => `${key} ${secret}`),
  );

  const [secret, ...others] = new Set(secrets);
  expect(others).toEqual([]);
  expect(secret).toMatch(/^PAGE_TOKEN_KEY connector-page-token-key-[0-9a-f]{8}$/);
  expect(secrets.length).toBe(6);
});

/** What Node itself reads. */
const framework = ['NODE_COMPILE_CACHE'];
const secretOf: Record<string, string> = { PAGE_TOKEN_KEY: '07'.repeat(32) };

function configOf(name: string, variables: object): ServiceConfig {
  const { resource_changes: resources } = mockedPlan({ ...variables });
  const found = resources.find(
    ({ type, change }) => type === 'google_cloudfunctions2_function' && change.after.name === name,
  );
  const [config] = found?.change.after.service_config as [ServiceConfig];
  return config;
}

function toldTo(name: string, variables: object): Record<string, string> {
  const { environment_variables, secret_environment_variables } = configOf(name, variables);
  const secrets = secret_environment_variables.map(({ key }) => [key, secretOf[key] ?? '']);
  return { ...environment_variables, ...(Object.fromEntries(secrets) as Record<string, string>) };
}

const indexOf = (name: string) => readFileSync(`functions/${name}/index.ts`, 'utf8');

/** Names of the variables, from where the code names them. */
function readBy(name: string): string[] {
  const index = indexOf(name);
  if (index.includes('checkingEnvironment(')) return checkedNames(index);
  if (index.includes('pageEnvironment()')) {
    const source = readFileSync('shared/adapters/google/read-page-environment.ts', 'utf8');
    return [...source.matchAll(/^ {2}([A-Z_]+): variable\(/gm)].map(([, key]) => key ?? '');
  }
  return Object.keys(deploymentVariables.shape).filter((key) => !(key in silentVariables));
}

function checkedNames(index: string): string[] {
  const call = /checkingEnvironment\(([^)]*)\)/.exec(index)?.[1] ?? '';
  return [...call.matchAll(/'([A-Z_]+)'/g)].map(([, key]) => key ?? '');
}

/** As the function itself does as it starts. */
function read(name: string, env: Record<string, string>): unknown {
  const refuse = (sentences: string[]): never => {
    throw new Error(sentences.join('\n'));
  };
  const index = indexOf(name);
  if (index.includes('checkingEnvironment(')) {
    return readCheckingEnvironment(env, checkedNames(index) as CheckingVariable[], refuse);
  }
  if (index.includes('pageEnvironment()')) return readPageEnvironment(env, refuse);
  return readEnvironment(env, refuse);
}
