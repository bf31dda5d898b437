import type { Call } from '../../../tools/deployed-service/client.ts';
import type { MachineCallers } from '../../../tools/deployed-service/machine-callers.ts';

export type Checking = 'check-connector' | 'check-connectors';

export interface Differently {
  account?: string;
  audience?: string;
  claims?: object;
  headers?: Record<string, string>;
  /** As it is sent; no body at all where it is undefined. */
  body?: string | Uint8Array | undefined;
}

/** A request as the queue sends it to one of the functions that check, or the schedule, or somebody who would like to be them. */
export async function machineCall(
  { idTokens, variables }: MachineCallers,
  to: Checking,
  { account = variables.TASK_INVOKER, audience, claims, headers, body }: Differently = {},
): Promise<Call> {
  const own = {
    'check-connector': variables.CHECK_CONNECTOR_URL,
    'check-connectors': variables.CHECK_CONNECTORS_URL,
  };
  const token = await idTokens.sign(account, audience ?? own[to], claims);
  return {
    method: 'POST',
    path: '/',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  };
}
