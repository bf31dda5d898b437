import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireTerraform } from './terraform-here.ts';
import { terraform } from './working-copy.ts';

/** What Terraform plans to make, as `terraform show -json` has it; what Google alone knows is not in `after`. */
export interface Plan {
  resource_changes: PlannedResource[];
  output_changes: Record<string, { after?: unknown }>;
}

export interface PlannedResource {
  /** As `module.function["list-connectors"].google_cloudfunctions2_function.this`. */
  address: string;
  module_address?: string;
  type: string;
  name: string;
  /** The key of `for_each`. */
  index?: string;
  change: {
    actions: string[];
    before?: Record<string, unknown> | null;
    after: Record<string, unknown>;
  };
}

/** The variables that have no default. */
export const leastVariables = {
  project_id: 'acme-connectors',
  project_number: '123456789012',
  region: 'europe-west1',
  token_issuer: 'https://login.example.com',
  token_audience: 'urn:example:connectors',
  token_jwks_uri: 'https://login.example.com/jwks',
  sign_in_client_id: 'settings-page',
  sign_in_authorization_endpoint: 'https://login.example.com/authorize',
  sign_in_token_endpoint: 'https://login.example.com/token',
  archives: 'tests/archives',
  alert_emails: ['operators@example.com'],
};

const plans = new Map<string, Plan>();

/** The whole plan for an empty project, by a provider that is mocked and asks Google nothing. */
export function mockedPlan(variables: Record<string, unknown> = {}): Plan {
  const key = JSON.stringify(variables);
  const plan = plans.get(key) ?? planIn(requireTerraform(), variables);
  plans.set(key, plan);
  return plan;
}

/** The same of a copy that was changed. */
export function planIn(folder: string, variables: Record<string, unknown> = {}): Plan {
  const file = 'tests/mocked-plan.tftest.json';
  const test = {
    mock_provider: { google: {} },
    variables: { ...leastVariables, ...variables },
    run: { plan: { command: 'plan' } },
  };
  writeFileSync(join(folder, file), JSON.stringify(test));
  const { stdout, said } = terraform(folder, 'test', '-json', '-verbose', `-filter=${file}`);
  rmSync(join(folder, file));
  for (const line of stdout.split('\n').filter((each) => each.startsWith('{'))) {
    const message = JSON.parse(line) as { type: string; test_plan?: Plan };
    if (message.test_plan) return message.test_plan;
  }
  throw new Error(`Terraform planned nothing: ${said}`);
}
