import * as z from 'zod';
import type { Plan } from '../mocked-plan.ts';

/** A function as it is to be deployed. */
export interface PlannedFunction {
  name: string;
  /** E-mail of the account as which it runs. */
  account: string;
  /** What it is told. */
  environment: Record<string, string>;
  /** Which variables of it are secrets, and where those lie. */
  secrets: Record<string, string>;
}

const after = z.object({
  name: z.string(),
  service_config: z.tuple([
    z.object({
      service_account_email: z.string(),
      environment_variables: z.record(z.string(), z.string()),
      secret_environment_variables: z.array(z.object({ key: z.string(), secret: z.string() })),
    }),
  ]),
});

export function functionsIn(plan: Plan): PlannedFunction[] {
  return plan.resource_changes
    .filter(({ type }) => type === 'google_cloudfunctions2_function')
    .map(({ change }) => {
      const { name, service_config: configured } = after.parse(change.after);
      const [{ secret_environment_variables: secrets, ...service }] = configured;
      return {
        name,
        account: service.service_account_email,
        environment: service.environment_variables,
        secrets: Object.fromEntries(secrets.map(({ key, secret }) => [key, secret])),
      };
    });
}
