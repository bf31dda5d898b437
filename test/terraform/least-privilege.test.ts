import { describe, expect, test } from 'vitest';
import { type Grant, grantsIn } from './rights/grants-in.ts';
import { functionsIn, type PlannedFunction } from './rights/functions-in.ts';
import { needsOfFunctions } from './rights/needs-of.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

const variants: Record<string, Record<string, unknown>> = {
  'as it is by default': {},
  'with other names, keys of one’s own, a network, a deployer, and public functions opened by a command':
    {
      region: 'europe-west3',
      prefix: 'connectors',
      database_name: 'connectors-of-acme',
      queue_name: 'checks-of-acme',
      kms_keys: {
        'europe-west3':
          'projects/acme-keys/locations/europe-west3/keyRings/connectors/cryptoKeys/all',
      },
      vpc_egress: {
        network: 'shared',
        subnetwork: 'projects/acme-net/regions/europe-west3/subnetworks/connectors',
      },
      deployer: 'deployer@acme-connectors.iam.gserviceaccount.com',
      invoker_iam: 'none',
      machine_ingress: 'internal',
    },
};

describe.skipIf(withoutTerraform()).each(Object.entries(variants))(
  'THREATS 61: %s',
  (_variant, variables) => {
    const plan = withoutTerraform() ? undefined : mockedPlan(variables);
    const grants = plan ? grantsIn(plan) : [];
    const functions = plan ? functionsIn(plan) : [];
    const of = (name: string) => {
      const planned = functions.find((each) => each.name === name);
      if (!planned) throw new Error(`${name} is not deployed.`);
      return planned;
    };
    const needs = needsOfFunctions();
    const names = needs.map(({ name }) => name);

    test('every function is deployed, each as an account of its own', () => {
      expect(functions.map(({ name }) => name).toSorted()).toEqual(names);
      expect(new Set(functions.map(({ account }) => account)).size).toBe(names.length);
    });

    test.each(needs)('$name may do what its code needs, and nothing else', (needed) => {
      const planned = of(needed.name);

      const given = grants
        .filter(({ member }) => member === `serviceAccount:${planned.account}`)
        .flatMap(({ permissions, on }) => permissions.map((each) => `${each} on ${on}`));

      const expected = [...needed.permissions.keys()].map(
        (permission) => `${permission} on ${placeOf(permission, planned)}`,
      );
      if (needed.sealsPages) expected.push(`secretmanager.versions.access on ${sealedBy(planned)}`);
      expect(given.toSorted()).toEqual(expected.toSorted());
    });

    test.each(needs)('$name is given no secret but those that it reads', ({ name, sealsPages }) => {
      const { secrets } = of(name);

      expect(Object.keys(secrets)).toEqual(sealsPages ? ['PAGE_TOKEN_KEY'] : []);
      // Whoever may read keys may not read that.
      for (const secret of Object.values(secrets)) expect(secret).not.toMatch(/^bqc-/);
    });

    test.each(needs)('$name is called by those alone whom it lets in', ({ name, forMachines }) => {
      const { environment } = of(name);
      const told = Object.keys(environment).filter((variable) => variable.endsWith('_INVOKER'));
      const machines = told.map((variable) => `serviceAccount:${environment[variable] ?? ''}`);

      const callers = grants.filter(({ on }) => on === `function ${name}`);

      const everybody = 'invoker_iam' in variables ? [] : ['allUsers'];
      const expected = forMachines ? machines.toSorted() : everybody;
      expect(callers.map(({ member }) => member).toSorted()).toEqual(expected);
      expect(callers.filter(({ role }) => role !== 'roles/run.invoker')).toEqual([]);
    });

    test('the queue calls both functions of the checks, and the schedule one', () => {
      const schedule = plan?.resource_changes.find(
        ({ type }) => type === 'google_cloud_scheduler_job',
      );
      const { SCHEDULE_INVOKER: account, CHECK_CONNECTORS_URL: url } =
        of('check-connectors').environment;

      expect(schedule?.change.after.http_target).toMatchObject([
        { uri: url, oidc_token: [{ service_account_email: account, audience: url }] },
      ]);
      expect(calledBy(grants, account)).toEqual(['function check-connectors']);
      expect(calledBy(grants, of('check-connector').environment.TASK_INVOKER)).toEqual([
        'function check-connector',
        'function check-connectors',
      ]);
      expect(of('check-connector').environment).not.toHaveProperty('SCHEDULE_INVOKER');
    });

    test('nobody is given a role of an owner, an editor, a viewer of all, or an administrator', () => {
      const broad = grants.filter(({ role }) =>
        /^roles\/(owner|editor|viewer|browser)$|admin|owner/i.test(role),
      );

      expect(broad).toEqual([]);
    });

    test('everybody may call, and may do nothing else', () => {
      const open = grants.filter(({ member }) => member.startsWith('all'));

      expect(open.filter(({ on }) => !on.startsWith('function '))).toEqual([]);
    });
  },
);

/** All that an account may do, if that is to call functions. */
function calledBy(grants: Grant[], account: string | undefined): string[] {
  const own = grants.filter(({ member }) => member === `serviceAccount:${account ?? ''}`);
  return own.map(({ on }) => on).toSorted();
}

/** Where a permission is needed: what the function is told is what it may use. */
function placeOf(permission: string, { environment }: PlannedFunction): string {
  const told = (variable: string) =>
    (environment[variable] ?? `of no ${variable}`).split('/').at(-1);
  if (permission === 'secretmanager.secrets.create')
    return `project ${told('GOOGLE_CLOUD_PROJECT') ?? ''}`;
  const [service = ''] = permission.split('.');
  const places: Record<string, string> = {
    datastore: `database ${told('FIRESTORE_DATABASE') ?? ''}`,
    secretmanager: 'secrets bqc-…',
    cloudtasks: `queue ${told('TASK_QUEUE') ?? ''}`,
    iam: `account ${told('TASK_INVOKER') ?? ''}`,
    pubsub: `topic ${told('HEALTH_TOPIC') ?? ''}`,
  };
  return places[service] ?? `nothing that is known here`;
}

function sealedBy({ secrets }: PlannedFunction): string {
  return `secret ${secrets.PAGE_TOKEN_KEY ?? 'that it is not given'}`;
}
