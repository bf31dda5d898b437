import { sampleId } from '../../../test/support/sample-records.ts';
import { putConnectors } from '../../../test/page/support/put-connectors.ts';

const number = 10_000;
export const someConnector = sampleId('connector', number);

/** Ten thousand connectors of one workspace, every tenth of them broken. */
export async function manyConnectors(stateFolder: string): Promise<void> {
  const at = new Date().toISOString();
  await putConnectors(stateFolder, 'demo', number, (n) => ({
    name: `Shop ${String(n)}`,
    ...(n % 10 === 0 && { health: { state: 'broken', since: at, checkedAt: at } }),
  }));
}
