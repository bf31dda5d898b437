import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { defaultLimits, type Limits } from '../../shared/limits/limits.ts';

/** How the service is started on a laptop. */
export interface LocalSettings {
  port: number;
  stateFolder: string;
  limits: Limits;
  /** Keys and queries go to Google itself, not to the stand-in. */
  realGoogle: boolean;
  /** What serves: the functions in this process, over SQLite or Google's emulators, or the bundles as deployed. */
  serving: 'sqlite' | 'emulators' | 'bundles';
}

/** By the minute and in what waits it is limited as in the cloud, or nearly; the others would stand in a developer's way. */
const laptopLimits: Limits = {
  ...defaultLimits,
  accountsADay: 1_000,
  pendingKeys: 300,
  keys: 30_000,
  connectors: 10_000,
};
const wideLimits: Limits = {
  ...laptopLimits,
  uploadsAMinute: 10_000,
  validationsAMinute: 10_000,
  editsAMinute: 10_000,
  browsesAMinute: 10_000,
  accountsADay: 10_000,
  pendingKeys: 10_000,
};

/** Reads `PORT` and `LOCAL_STATE`, and the start options. Refuses what it does not know with one sentence. */
export function localSettings(args: string[], env: NodeJS.ProcessEnv): LocalSettings {
  const { values } = parseArgs({
    args,
    options: {
      google: { type: 'boolean', default: false },
      emulators: { type: 'boolean', default: false },
      bundles: { type: 'boolean', default: false },
      'wide-limits': { type: 'boolean', default: false },
    },
  });
  const port = Number(env.PORT ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError('PORT must be a whole number from 0 to 65535.');
  }
  return {
    port,
    stateFolder: resolve(env.LOCAL_STATE ?? '.local'),
    limits: values['wide-limits'] ? wideLimits : laptopLimits,
    realGoogle: values.google,
    serving: servingOf(values),
  };
}

function servingOf(given: { google: boolean; emulators: boolean; bundles: boolean }) {
  const { google, emulators, bundles } = given;
  if (Number(google) + Number(emulators) + Number(bundles) > 1) {
    throw new RangeError('Start with one of --google, --emulators and --bundles.');
  }
  if (bundles) return 'bundles';
  return emulators ? 'emulators' : 'sqlite';
}
