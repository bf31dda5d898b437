import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { localScheduler } from '../../shared/adapters/local/local-scheduler.ts';
import { systemTimer } from '../../shared/adapters/system/system-timer.ts';
import { log } from '../../shared/http/log.ts';
import { bundlesIn } from '../deployed-service/bundles-in.ts';
import { deployFunction } from '../deployed-service/deployed-function.ts';
import { handOn } from '../deployed-service/google-front.ts';
import { handOnTranslated } from '../deployed-service/hand-on-translated.ts';
import type { MachineCallers } from '../deployed-service/machine-callers.ts';
import { deployedPage, issuerHost, startPlatform } from '../deployed-service/platform.ts';
import type { IssuerSecrets } from './issuer-secrets.ts';
import { localIssuer } from './local-issuer.ts';
import { audience } from './signs-in-by-itself.ts';
import type { Place, ServedFunctions } from './served-functions.ts';
import type { LocalSettings } from './settings.ts';

export interface Bundled extends LocalSettings {
  sandbox: Sandbox;
  secrets: IssuerSecrets;
  place: Place;
}

const dist = 'dist';
const graceMs = 500;

/** The bundles of `npm run build`, each in a process of its own; here they only get their requests. */
export async function bundledFunctions({
  sandbox,
  secrets,
  limits,
  place: { origin },
}: Bundled): Promise<ServedFunctions> {
  const names = bundlesIn(dist); // before anything is started for them
  const issuer = localIssuer(`https://${issuerHost}`, secrets, origin);
  const platform = await startPlatform({
    sandbox,
    audience,
    limits,
    origins: [deployedPage],
    issuer: (httpRequest, httpResponse) => {
      httpRequest.url = (httpRequest.url ?? '').replace(/^\/issuer/, '');
      issuer(httpRequest, httpResponse);
    },
  });
  const hear = (text: string) => process.stdout.write(text);
  const functions = await Promise.all(
    names.map((name) => deployFunction(name, dist, platform.variables, hear)),
  );
  const portOf = (wanted: string) => functions.find(({ name }) => name === wanted)?.port ?? 0;
  const called = functions.filter(({ name }) => name !== 'settings-page');
  for (const { name, port } of functions) platform.machines.reach(name, port);
  const schedule = await startSchedule(platform.machines);
  return {
    issuer,
    listeners: new Map(called.map(({ name, port }) => [name, handOn(port)])),
    page: handOnTranslated(portOf('settings-page'), {
      [deployedPage]: origin,
      [`https://${issuerHost}`]: origin,
    }),
    async close() {
      await schedule.close(graceMs);
      await Promise.all(functions.map(({ stop }) => stop()));
      await platform.close();
    },
  };
}

/** Every minute, as in the cloud, and once at once: who waits for the first minute to see that it works waits long. */
async function startSchedule({ pass }: MachineCallers) {
  const schedule = localScheduler({
    timer: systemTimer,
    run: pass,
    log: (event, facts) => {
      log('WARNING', event, facts);
    },
  });
  await pass();
  return schedule;
}
