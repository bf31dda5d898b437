import type { BenchPlatform } from '../bench-platform.ts';
import { callsOf, nonsenseOf, uploadOf, validationOf } from './calls-of.ts';
import type { DrippingGoogle } from './dripping-google.ts';
import { flood } from './flood.ts';
import { hangUps } from './hang-ups.ts';
import { exactAtOnce, exactInSqlite, refusalsAreCheap } from './limits.ts';
import { neverReading } from './never-reading.ts';
import { openStreams } from './open-streams.ts';
import { attacksWith, slowClients } from './slow-clients.ts';
import { steady } from './steady.ts';
import type { WideGoogle } from './wide-google.ts';
import { deployed, withInstance } from './with-instance.ts';
import { wideCalls, wideTables, wideTablesTried } from './wide-tables.ts';
import type { Verdicts } from './verdicts.ts';

export interface Size {
  steadyMs: number;
  streams: number;
  hangUps: number;
  floodRounds: number;
  workspaces: number;
  times: number;
  wideTables: number;
}

export interface About {
  platform: BenchPlatform;
  google: DrippingGoogle;
  wide: WideGoogle;
  size: Size;
  told: Verdicts;
}

const unknownKey = 'key-00000000000000000000000000';

export const scenarios: Record<string, (about: About) => Promise<void>> = {
  steady: steadily,
  slow,
  streams,
  flood: floods,
  limits,
  wide: wides,
};

async function steadily({ platform, size, told }: About): Promise<void> {
  for (const name of ['list-connectors', 'validate-connection']) {
    const calls = await callsOf(platform, name, size.workspaces);
    await withInstance(platform, name, {}, async (instance) =>
      steady(instance, calls, size.steadyMs, told),
    );
  }
}

async function slow({ platform, told }: About): Promise<void> {
  const [saving] = await callsOf(platform, 'save-connector', 1);
  const reading = { path: '/caller', headers: await platform.headers('reader') };
  await withInstance(platform, 'list-connectors', {}, async (instance) =>
    neverReading(instance, reading, told),
  );
  await withInstance(platform, 'save-connector', {}, async (instance) =>
    slowClients(instance, { path: '/', method: 'OPTIONS' }, attacksWith(saving), told),
  );
}

async function streams({ platform, google, size, told }: About): Promise<void> {
  const validations = await callsOf(platform, 'validate-connection', 40);
  const usual = await validationOf(platform, 'somebody', unknownKey);
  await withInstance(platform, 'validate-connection', {}, async (instance) => {
    const about = { google, validations, usual, usualStatus: 404 };
    await openStreams(instance, size.streams, about, told);
    await hangUps(instance, size.hangUps, validations, google.underWay, told);
  });
}

async function floods({ platform, size, told }: About): Promise<void> {
  const { floodRounds: rounds } = size;
  const [flooding, working = flooding] = await callsOf(platform, 'list-connectors', 2);
  await withInstance(platform, 'list-connectors', {}, async (instance) =>
    flood(instance, { flooding, working: [working], rounds }, told),
  );
  const validations = await callsOf(platform, 'validate-connection', 40);
  const refused = await validationOf(platform, 'flooding', unknownKey);
  const usual = { LIMIT_VALIDATIONS_A_MINUTE: '30' };
  await withInstance(platform, 'validate-connection', usual, async (instance) =>
    flood(instance, { flooding: refused, working: validations, rounds }, told),
  );
  const nonsense = await nonsenseOf(platform, 'flooding');
  await withInstance(platform, 'validate-connection', {}, async (instance) =>
    flood(instance, { flooding: nonsense, working: validations, rounds }, told),
  );
}

async function limits({ platform, size, told }: About): Promise<void> {
  const ten = { LIMIT_UPLOADS_A_MINUTE: '10' };
  const call = await uploadOf(platform, 'exact');
  const deploy = async () => deployed(platform, 'upload-key', ten);
  const instances = await Promise.all([deploy(), deploy(), deploy()]);
  await exactAtOnce(instances, { call, limit: 10, at: 60 }, told);
  await Promise.all(instances.map(async ({ stop }) => stop('SIGKILL')));
  await exactInSqlite({ limit: 10, at: 500 }, told);
  const again = await uploadOf(platform, 'cost');
  await withInstance(platform, 'upload-key', {}, async (allowing) =>
    withInstance(platform, 'upload-key', { LIMIT_UPLOADS_A_MINUTE: '1' }, async (refusing) =>
      refusalsAreCheap(
        { allowing, refusing },
        { call: again, times: size.times, most: 0.25 },
        told,
      ),
    ),
  );
}

/** Each in a new process: the peak of one is not another's. */
async function wides({ platform, wide: google, size, told }: About): Promise<void> {
  const wanted = {
    'browse-tables': await callsOf(platform, 'browse-tables', 40),
    'validate-connection': await callsOf(platform, 'validate-connection', 20),
  };
  for (const [name, calls] of Object.entries(wanted))
    for (const table of wideTablesTried.slice(0, size.wideTables))
      await withInstance(platform, name, heapOf(platform), async (instance) =>
        wideTables(instance, { google, table, calls: calls.map(wideCalls) }, told),
      );
}

/** What Node takes for its heap where there are 512 MiB: half of it. */
const heapOf = ({ variables }: BenchPlatform) => ({
  NODE_OPTIONS: `${variables.NODE_OPTIONS ?? ''} --max-old-space-size=256`,
});
