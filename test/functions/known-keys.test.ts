import { beforeEach, describe, expect, test } from 'vitest';
import { publicFacts } from '../../shared/validation/key/public-facts.ts';
import { keyText, privateKeyPem } from '../support/make-key.ts';
import { quietLog } from '../support/quiet-log.ts';
import { runningFunctions } from '../support/running-functions.ts';
import { sampleConnector, sampleId, sampleKey } from '../support/sample-records.ts';

let log: string[];
beforeEach(() => {
  log = quietLog();
});

/** A key that this and other workspaces connect, and what an upload of it says. */
async function uploads() {
  const { asker, connectors } = await runningFunctions();
  const key = publicFacts(sampleKey({ privateKey: privateKeyPem() }));
  const connect = async (workspace: string, count: number, from = 1) =>
    connectors.transaction(workspace, async (drawer) => {
      for (let n = from; n < from + count; n += 1)
        drawer.putConnector(sampleConnector({ ...named(n), key }));
    });
  const warnings = async () => {
    const { json } = await asker('acme')('POST upload-key/', { file: Buffer.from(keyText()) });
    return json.warnings as { id: string; detail: string }[];
  };
  return { connect, warnings };
}

const named = (n: number) => ({
  connectorId: sampleId('connector', n),
  name: `mine ${String(n)}`,
  createdAt: new Date(Date.parse('2026-03-02T00:00:00.000Z') + n * 1000).toISOString(),
});

describe('THREATS 10: an upload of a known key', () => {
  test('names the own connectors, the same however many others connect it', async () => {
    const { connect, warnings } = await uploads();
    await connect('acme', 10);
    const alone = await warnings();
    expect(alone).toMatchObject([
      { id: 'A5', detail: expect.stringContaining('mine 1”') as unknown },
    ]);

    await connect('globex', 1, 20);
    expect(await warnings()).toEqual(alone);
    await connect('globex', 12, 30);
    expect(await warnings()).toEqual(alone);
  });

  test('of others alone warns of nothing; an operator’s line tells of them, however many are own', async () => {
    const { connect, warnings } = await uploads();
    const lines = () => log.filter((line) => line.includes('key-uploaded'));
    await warnings();
    await connect('globex', 1);
    expect(await warnings()).toEqual([]);
    await connect('acme', 12, 20);
    await warnings();

    expect(lines().map((line) => /"knownElsewhere":(\w+)/.exec(line)?.[1])).toEqual([
      'false',
      'true',
      'true',
    ]);
  });
});
