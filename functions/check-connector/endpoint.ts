import * as z from 'zod';
import { type MachineEndpoint, machineEndpoint } from '../../shared/http/machine-endpoint.ts';
import { connectorId, workspaceId } from '../../shared/schemas/identifiers.ts';
import { checkConnector } from './check-connector.ts';
import type { CheckConnectorPorts } from './ports.ts';

/** A minute is the function's own limit; the stores, and what tells the world, wait up to a quarter of it each. */
const timeLimitMs = 35_000;

export const checkConnectorEndpoint: MachineEndpoint<CheckConnectorPorts> = machineEndpoint({
  name: 'check-connector',
  description: 'Checks one saved connector, for the queue alone.',
  body: z.strictObject({ workspace: workspaceId, connectorId }),
  timeLimitMs,
  handle: async (task, ports: CheckConnectorPorts, work) => ({
    outcome: await checkConnector(task, ports, work),
  }),
});
