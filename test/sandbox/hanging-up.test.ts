import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { functionsOverSandbox, type OverSandbox } from '../support/functions-over-sandbox.ts';
import { token } from '../support/issuer.ts';
import { quietLog } from '../support/quiet-log.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';

let over: OverSandbox;
let keyId: string;
beforeAll(async () => {
  over = await functionsOverSandbox(10_000);
  keyId = await over.upload('good');
});
beforeEach(async () => {
  await over.mend();
  await over.google.fetch('/requests', { method: 'DELETE' });
});
afterAll(async () => over.close());

interface Asked {
  operation: string;
  path: string;
}

async function asked(): Promise<Asked[]> {
  return (await over.google.fetch('/requests')).json.requests as Asked[];
}

/** As soon as the stand-in was asked for that. */
async function until(operation: string): Promise<void> {
  while (!(await asked()).some((each) => each.operation === operation)) await setTimeout(20);
}

/** A validation as a stream, whose reader goes when it is told to. */
async function validating(body: object) {
  const gone = new AbortController();
  const headers = {
    authorization: `Bearer ${await token({ workspace: 'demo', role: 'editor' })}`,
    'content-type': 'application/json',
    accept: 'text/event-stream',
  };
  const url = `${over.origin}/validate-connection/`;
  const sent = { method: 'POST', headers, body: JSON.stringify({ keyId, ...body }) };
  const response = await fetch(url, { ...sent, signal: gone.signal });
  const reading = response.text().catch(() => 'gone');
  return {
    hangUp: () => {
      gone.abort();
    },
    reading,
  };
}

const ofView = {
  purposes: ['import'],
  uniqueContactField: { ...subscribersEmail, table: 'slow_view' },
};
const ofExport = { purposes: ['export'], exportDataset: { dataset: 'exports' } };

describe('who hangs up', () => {
  test('ends the query that runs, and nothing is asked after that', async () => {
    const lines = quietLog();
    const { hangUp, reading } = await validating(ofView);
    await until('jobs.get'); // the query did not end soon, and is watched
    hangUp();
    expect(await reading).toBe('gone');
    await until('jobs.cancel');
    const before = await asked();
    while (!lines.some((line) => line.includes('"message":"validated"'))) await setTimeout(20);
    expect((await asked()).slice(before.length)).toEqual([]);
    expect(before.filter(({ operation }) => operation === 'jobs.cancel')).toHaveLength(1);
  });

  test('while a load job is waited for ends it, and takes its table away', async () => {
    await over.fault({ operation: 'jobs.get', delayMs: 5_000 });
    const { hangUp } = await validating(ofExport);
    await until('tabledata.list');
    hangUp();
    await until('tables.delete');
    const operations = (await asked()).map(({ operation }) => operation);
    expect(operations).toContain('jobs.cancel');
    const dataset = '/bigquery/v2/projects/acme-analytics/datasets/exports/tables';
    const { json } = await over.google.fetch(dataset, { token: await over.google.token('good') });
    expect(JSON.stringify(json)).not.toContain('_connector_probe_');
  });
});

describe('a stream', () => {
  test('tells checks in the ladder’s order, however late an early one ends', async () => {
    await over.fault({ operation: 'certificates', delayMs: 500 });
    const { reading } = await validating({
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
    });
    const ids = [...(await reading).matchAll(/^data: {"id":"(\w\d)"/gm)].map(([, id]) => id);
    expect(ids).toEqual([
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'B1',
      'B2',
      'C1',
      'C2',
      'C3',
      'D1',
      'D2',
      'D3',
      'D4',
      'D5',
    ]);
  });

  test('says that it is still there while nothing ends', async () => {
    await over.fault({ operation: 'token', delayMs: 6_000 });
    const { reading } = await validating({ purposes: ['import'] });
    expect(await reading).toMatch(/^: still at work$/m);
  });
});
