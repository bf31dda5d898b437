import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../tools/deployed-service/client.ts';
import { type Hit, scanner, type Seen } from '../../support/canary/scanner.ts';
import type { DeployedFunctions } from '../deployed/deployed-functions.ts';
import { machineCall } from '../checks/machine-call.ts';
import { asking } from './asking.ts';
import { fallsDue, keyRefused, withFault } from './faults.ts';
import type { Kept } from './journey.ts';
import type { Tenant } from './tenant.ts';

export interface Broken {
  deployed: DeployedFunctions;
  tenant: Tenant;
  other: Tenant;
  kept: Kept;
  lately: () => Promise<Seen[]>;
  scan: (seen: Seen[]) => Hit[];
  readsAcross: () => Hit[];
  asked: ReturnType<typeof asking>;
}

const sabotage = join(import.meta.dirname, 'sabotage.cjs');

/** Whether what looks for secrets would find one: functions that tell it at one place each, and where it is found. */
const places = [
  ['answer', 'list-connectors', 'GET /', /^the answer/],
  ['header', 'list-connectors', 'GET /', /^the answer/],
  ['stdout', 'list-connectors', 'GET /', /^the log of list-connectors/],
  ['stderr', 'list-connectors', 'GET /', /^the log of list-connectors/],
  ['documents', 'validate-connection', 'POST /', /^Firestore workspaces\/\w+\/validations/],
  ['secrets', 'upload-key', 'POST /', /^Secret Manager/],
  ['tasks', 'check-connectors', 'schedule', /to cloudtasks/],
  ['messages', 'check-connector', 'queue', /^Pub\/Sub message/],
] as const;

export function whatIsBroken(broken: () => Broken): void {
  const withSabotage = async (name: string, given: object) => {
    const { platform } = broken().deployed;
    const preloads = `${platform.variables.NODE_OPTIONS ?? ''} --require ${JSON.stringify(sabotage)}`;
    return platform.deploy(name, { NODE_OPTIONS: preloads, SABOTAGE: JSON.stringify(given) });
  };

  describe('the canary is heard when a function tells a secret', () => {
    test.each(places)('in its %s (%s)', async (at, name, line, where) => {
      const { deployed, tenant, kept, lately } = broken();
      const scan = scanner(tenant.key);
      const before = scan(await lately());
      const function_ = await withSabotage(name, { at, text: tenant.pem.slice(900, 1000) });
      const { machines } = deployed.platform;
      const answers: Seen[] = [];

      await fallsDue(deployed, tenant.workspace, kept.connectorId);
      if (line === 'schedule') {
        machines.reach(name, function_.port);
        await machines.pass();
      } else if (line === 'queue') {
        const body = JSON.stringify({ workspace: tenant.workspace, connectorId: kept.connectorId });
        const call = await machineCall(machines, 'check-connector', { body });
        await withFault(deployed.sandbox, keyRefused, async () => ask(function_.port, call));
      } else {
        const its = asking(deployed.platform, () => function_);
        const { uniqueContactField, file } = tenant;
        const body = { keyId: kept.keyId, purposes: ['import'], uniqueContactField };
        const given = name === 'upload-key' ? { file } : line === 'POST /' ? { body } : {};
        await its.as(tenant.workspace)(name, line, given);
        answers.push(...its.answers);
      }
      await function_.stop();

      const hits = scan([...answers, ...(await lately())]);
      for (const known of before) {
        const place = hits.findIndex((hit) => hit.where === known.where);
        if (place >= 0) hits.splice(place, 1);
      }
      expect(hits.map((hit) => hit.where)).toContainEqual(expect.stringMatching(where));
    });
  });

  test('a read across is heard when a function reads another’s records', async () => {
    const { deployed, tenant, other, asked, readsAcross } = broken();
    const mine = tenant.workspace;
    const function_ = await withSabotage('list-connectors', {
      at: 'wall',
      text: '',
      other: { mine, theirs: other.workspace },
    });
    const its = asking(deployed.platform, () => function_);

    const { status } = await its.as(mine)('list-connectors', 'GET /');
    asked.answers.push(...its.answers);
    await function_.stop();

    expect(status).toBe(200);
    expect(readsAcross().map(({ what }) => what)).toContain('another’s name');
  });
}
