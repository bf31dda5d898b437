import * as z from 'zod';
import { type MachineEndpoint, machineEndpoint } from '../../shared/http/machine-endpoint.ts';
import { connectorId, workspaceId } from '../../shared/schemas/identifiers.ts';
import { instant } from '../../shared/schemas/instant.ts';
import { checkConnectors, type CheckConnectorsPorts } from './check-connectors.ts';

const after = z.strictObject({ workspace: workspaceId, connectorId, nextCheckAt: instant });

export const checkConnectorsEndpoint: MachineEndpoint<CheckConnectorsPorts> = machineEndpoint({
  name: 'check-connectors',
  description: 'Puts a task on the queue for each connector that is due; for the schedule alone.',
  body: z.strictObject({ after: after.optional() }),
  bodyOptional: true,
  timeLimitMs: 35_000,
  handle: async (request, ports: CheckConnectorsPorts, { note }) => ({
    ...(await checkConnectors(request, ports, note)),
  }),
});
