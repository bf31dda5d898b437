import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import type { CheckConnectorPorts } from '../../functions/check-connector/ports.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { oneConnector } from './one-connector.ts';
import type { Incident } from './scripted-google.ts';

/** One connector that is due, its check as often as it is asked for, and everything that follows from it. */
export async function checking(incident: (email: string) => Incident = () => 'fine') {
  const { ports, record, clock, ...rest } = await oneConnector(incident);
  const { connectorId } = record;
  const announcer = localAnnouncer();
  const circuit = googleCircuit(clock);
  const lines: string[] = [];
  const note = (event: string) => lines.push(event);
  return {
    ...rest,
    ports,
    record,
    clock,
    announcer,
    circuit,
    lines,
    check: async (changed: Partial<CheckConnectorPorts> = {}) =>
      checkConnector(
        { workspace: 'acme', connectorId },
        { ...ports, announcer, circuit, ...changed },
        { signal: new AbortController().signal, note },
      ),
    stored: async () => {
      const found = await ports.connectors.connector('acme', connectorId);
      if (!found) throw new Error('There is no such connector.');
      return found;
    },
    change: async (changed: Partial<ConnectorRecord>) =>
      ports.connectors.transaction('acme', async (drawer) => {
        const now = await drawer.connector(connectorId);
        if (now) drawer.putConnector({ ...now, ...changed });
      }),
  };
}
