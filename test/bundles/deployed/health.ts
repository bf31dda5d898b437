import { beforeAll, describe, expect, test } from 'vitest';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import { listen } from '../../support/listen.ts';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import { linesOf } from '../checks/lines-of.ts';
import { machineCall } from '../checks/machine-call.ts';
import type { DeployedFunctions } from './deployed-functions.ts';
import { endedMeanwhile } from './ended-meanwhile.ts';
import type { Gate } from './gate.ts';

const minuteMs = 60_000;
const keyRefused = {
  operation: 'token',
  status: 400,
  body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
};

/** A saved connector over its days, which are made short by moving what is due and not the clock. */
export function healthIsKept(deployed: () => DeployedFunctions, signIn: Gate): void {
  const save = async (name: string) => {
    const { ask, goodKey } = deployed();
    const { json: uploaded } = await ask('upload-key', 'POST /', { file: goodKey });
    const connection = { purposes: ['import'], uniqueContactField: subscribersEmail };
    const { json: report } = await ask('validate-connection', 'POST /', {
      body: { keyId: uploaded.keyId, ...connection },
    });
    const { validationId } = report;
    const { json } = await ask('save-connector', 'POST /', { body: { name, validationId } });
    return String(json.connectorId);
  };
  const stored = async (id: string) => {
    const record = await deployed().platform.connectors.connector('acme', id);
    if (!record) throw new Error('The connector is gone.');
    return record;
  };
  const change = async (id: string, changed: (record: ConnectorRecord) => object) =>
    deployed().platform.connectors.transaction('acme', async (drawer) => {
      const record = await drawer.connector(id);
      if (record) drawer.putConnector({ ...record, ...changed(record) });
    });
  const fallsDue = async (id: string) =>
    change(id, () => ({ nextCheckAt: new Date(Date.now() - minuteMs).toISOString() }));
  /** It falls due, the schedule fires, and the queue has everything done. */
  const minutePasses = async (id: string) => {
    const { machines } = deployed().platform;
    await fallsDue(id);
    const { status } = await machines.pass();
    await machines.settled();
    expect(status).toBe(200);
    return stored(id);
  };
  const announced = (id: string) =>
    deployed()
      .platform.machines.pubSub.messages()
      .map(
        ({ data }) => JSON.parse(data.toString()) as { id: string; data: Record<string, string> },
      )
      .filter(({ data }) => data.connectorId === id);
  const lines = (id: string, message: string) =>
    linesOf(deployed().platform)
      .filter((line) => line.message === message && line.facts.connectorId === id)
      .map(({ facts }) => facts);
  const withFault = async (fault: object, work: () => Promise<void>) => {
    const { sandbox } = deployed();
    const origin = await listen((httpRequest, httpResponse) => {
      sandbox.handle(httpRequest, httpResponse);
    });
    await fetch(`${origin}/faults`, { method: 'POST', body: JSON.stringify(fault) });
    await work().finally(async () => fetch(`${origin}/faults`, { method: 'DELETE' }));
  };

  describe('a saved connector', () => {
    let id: string;
    beforeAll(async () => {
      id = await save('Watched');
    });

    test('is checked when it is due, and due again an hour later', async () => {
      const before = await stored(id);

      const after = await minutePasses(id);

      expect(after.health).toMatchObject({ state: 'healthy', since: before.health.since });
      expect(Date.parse(after.health.checkedAt)).toBeGreaterThan(
        Date.parse(before.health.checkedAt),
      );
      expect(Date.parse(after.nextCheckAt ?? '')).toBeGreaterThan(Date.now() + 29 * minuteMs);
      expect(announced(id)).toEqual([]);
      await expect.poll(() => lines(id, 'connector-checked')).toHaveLength(1);
    });

    test('that breaks is told of once, with its cause, and once that it works again', async () => {
      await withFault(keyRefused, async () => {
        const once = await minutePasses(id);
        expect([once.health.state, announced(id)]).toEqual(['healthy', []]);
        await change(id, ({ health }) => ({
          health: { ...health, failingSince: new Date(Date.now() - 6 * minuteMs).toISOString() },
        }));
        expect((await minutePasses(id)).health.state).toBe('broken');
        expect((await minutePasses(id)).health.state).toBe('broken');
      });
      const broken = announced(id);
      expect(
        broken.map(({ data }) => `${data.from} → ${data.to} ${data.check} ${data.cause}`),
      ).toEqual(['healthy → broken B2 key-rejected']);
      expect((await minutePasses(id)).health.state).toBe('healthy');

      const told = announced(id).map(({ data: { from, to } }) => `${from} → ${to}`);
      expect(told).toEqual(['healthy → broken', 'broken → healthy']);
      await expect
        .poll(() => lines(id, 'connector-health-changed').map(({ to, cause }) => [to, cause]))
        .toEqual([
          ['broken', broken[0]?.data.cause],
          ['healthy', undefined],
        ]);
      const { json } = await deployed().ask('list-connectors', `GET /${id}/changes`);
      const changes = json.changes as { what: string; detail?: string }[];
      const changed = changes.filter(({ what }) => what === 'health-changed');
      expect(changed.map(({ detail }) => detail)).toEqual(told.toReversed());
    });

    test('is checked to the end by an instance that the platform ends meanwhile', async () => {
      const { platform } = deployed();
      await fallsDue(id);
      const instance = await platform.deploy('check-connector');
      const body = JSON.stringify({ workspace: 'acme', connectorId: id });
      const call = await machineCall(platform.machines, 'check-connector', { body });

      const { answered, ending } = await endedMeanwhile(instance, call, signIn);

      expect([answered.status, answered.json]).toEqual([200, { outcome: 'checked' }]);
      expect(ending).toEqual([0, null]);
    });
  });
}
