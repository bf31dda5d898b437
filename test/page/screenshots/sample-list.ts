import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import { sampleConnection } from '../../support/sample-records.ts';
import { putConnectors } from '../support/put-connectors.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const exporting = sampleConnection({
  purposes: ['export'],
  uniqueContactField: undefined,
  exportDataset: { project: 'acme-analytics', dataset: 'exports' },
});
const byPhone = sampleConnection({
  uniqueContactField: {
    project: 'acme-analytics',
    dataset: 'shop',
    table: 'customers',
    column: 'phone_number',
    contactKey: { type: 'phone' },
  },
});
const byNumber = sampleConnection({
  uniqueContactField: {
    project: 'acme-analytics',
    dataset: 'loyalty',
    table: 'members',
    column: 'member_id',
    contactKey: { type: 'externalId' },
  },
});

/** The oldest first: what a marketing team may have connected, and how it is. */
const samples: [string, Partial<ConnectorRecord>][] = [
  ['Events 2025', { paused: true }],
  ['Loyalty programme', { connection: byNumber }],
  ['Campaign results', { connection: exporting }],
  ['Web shop, Germany', health('degraded', 3 * 60)],
  ['Web shop, France', {}],
  ['Contact centre', { connection: byPhone, ...health('broken', 95) }],
  ['Partners', health('unknown', 12)],
  ['Web shop, Spain', {}],
];

function health(
  state: ConnectorRecord['health']['state'],
  minutes: number,
): Pick<ConnectorRecord, 'health'> {
  return { health: { state, since: minutesAgo(minutes), checkedAt: minutesAgo(9) } };
}

export async function sampleList(stateFolder: string): Promise<void> {
  await putConnectors(stateFolder, 'demo', samples.length, (n) => {
    const [name = '', record = {}] = samples[n - 1] ?? [];
    return { name, ...record };
  });
}
