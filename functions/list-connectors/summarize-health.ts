import type { Caller } from '../../shared/schemas/caller.ts';
import type { HealthSummary } from '../../shared/schemas/health.ts';
import type { ListConnectorsPorts } from './list-connectors.ts';

/** For a page's heading, or a dashboard: how many are well, and how many are not. */
export async function summarizeHealth(
  _: unknown,
  { workspace }: Caller,
  { connectors }: Pick<ListConnectorsPorts, 'connectors'>,
): Promise<HealthSummary> {
  return connectors.healthSummary(workspace);
}
