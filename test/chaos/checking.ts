import { connectorId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { machineCall } from '../bundles/checks/machine-call.ts';
import { look } from './change-line.ts';
import { ofLiving } from './changing.ts';
import { type Operation, passing } from './connecting.ts';
import { operate } from './customer.ts';
import { count } from './diary.ts';
import type { Arena } from './arena.ts';

const minuteMs = 60_000;

/** A task of the queue for one that is due: it may break, or mend, and then the world is told of it. */
export const check = ofLiving(async (customer, line) => {
  const { arena, workspace, random } = customer;
  await fallDue(arena, workspace, line.connectorId, random.chance(0.6));
  const body = JSON.stringify({ workspace, connectorId: line.connectorId });
  const task = await machineCall(arena.platform.machines, 'check-connector', { body });
  await operate(customer, 'check task', 'check-connector', task);
  // Within the hour after a rotation a check may roll back by itself.
  const rolledBack = line.possible.flatMap((state) =>
    state.previous === undefined
      ? []
      : [{ ...state, keyId: state.previous, previous: state.keyId }],
  );
  if (rolledBack.length === 0) return;
  count(line, 'rolled-back', false);
  line.possible.push(...rolledBack);
  await look(customer, line);
});

/** What the schedule does each minute: tasks for all that is due, and what waits is announced. */
export const pass: Operation = async (customer) => {
  const call = await machineCall(customer.arena.platform.machines, 'check-connectors', {
    account: customer.arena.platform.machines.variables.SCHEDULE_INVOKER,
  });
  await operate(customer, 'pass', 'check-connectors', call);
};

/** At ACME a table is dropped, or comes back. */
export const turnTable: Operation = async ({ arena: { sandbox } }) => {
  const name = { project: 'acme-analytics', dataset: 'crm' };
  const table = sandbox.world.table({ ...name, table: 'subscribers' });
  if (sandbox.world.table({ ...name, table: passing }))
    sandbox.world.remove({ ...name, table: passing });
  else if (table) sandbox.world.put({ ...table, table: passing });
  await Promise.resolve();
};

/** What time would do: the check is due, and what fails has failed for longer than five minutes. */
async function fallDue(
  { platform, clock }: Arena,
  workspace: string,
  id: string,
  fails: boolean,
): Promise<void> {
  const ago = (minutes: number) =>
    new Date(clock.now().getTime() - minutes * minuteMs).toISOString();
  const failing = ({ health }: ConnectorRecord) =>
    fails ? { health: { ...health, failingSince: ago(6), failures: 1 } } : {};
  await platform.connectors.transaction(workspace, async (drawer) => {
    const record = await drawer.connector(connectorId.parse(id));
    if (record && record.deletedAt === undefined)
      drawer.putConnector({ ...record, ...failing(record), nextCheckAt: ago(1) });
  });
}
