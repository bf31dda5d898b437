import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../../shared/limits/limits.ts';
import { startSandbox } from '../../../sandbox/start-sandbox.ts';
import { bundlesIn } from '../../../tools/deployed-service/bundles-in.ts';
import { hardlyLimited } from '../../../tools/deployed-service/hardly-limited.ts';
import { type Platform, startPlatform } from '../../../tools/deployed-service/platform.ts';
import type { ClockedTarget, Running, Target } from '../../service/attacks/target.ts';
import { newStateFolder, removeFolder } from '../../service/running-service.ts';
import { dist } from '../deployed-platform.ts';
import { attackedIssuer } from './attacked-issuer.ts';
import { instances } from './instances.ts';
import { serve } from './serve.ts';
import { limitVariables } from '../../../tools/deployed-service/limit-variables.ts';

const origin = 'https://app.example';
/** What the cases with a clock or with real limits ask. */
const clockedOnes = [
  'upload-key',
  'browse-tables',
  'validate-connection',
  'save-connector',
  'list-connectors',
];

/** One instance of each bundle in Google's framework, each behind a port of its own. */
export async function deployedTarget(): Promise<Running> {
  const stateFolder = newStateFolder();
  const clock = join(stateFolder, 'clock');
  writeFileSync(clock, '0');
  const now = () => new Date(Date.now() + Number(readFileSync(clock, 'utf8')));
  const sandbox = await startSandbox({ stateFolder, now, rowsOfLargestTable: 2000 });
  const issuer = attackedIssuer(now);
  const platform = await startPlatform({
    sandbox,
    issuer: issuer.listener,
    audience: issuer.audience,
    origins: [origin],
    limits: hardlyLimited,
  });
  const google = await serve((httpRequest, httpResponse) => {
    sandbox.handle(httpRequest, httpResponse);
  });
  const common = {
    allowedOrigin: origin,
    signer: issuer.signer,
    token: issuer.token,
    keyFile: (name: string) => readFileSync(join(sandbox.keysFolder, name)),
    sandbox: google.origin,
    jwksAsked: issuer.asked,
    machines: { sign: platform.machines.idTokens.sign, variables: platform.machines.variables },
  };
  const started = await instances(bundlesIn(dist), platform.variables);
  const target: Target = { ...common, ...started };
  const closing = [started.stop];
  const startClocked = async (): Promise<ClockedTarget> => {
    const limited = await instances(clockedOnes, clockedVariables(platform, clock));
    closing.push(limited.stop);
    return {
      ...common,
      ...limited,
      moveClock(ms) {
        writeFileSync(clock, String(ms));
      },
    };
  };
  let clocked: Promise<ClockedTarget> | undefined;
  return {
    target,
    clocked: async () => (clocked ??= startClocked()),
    laptop: false,
    atOnce: 10,
    async close() {
      await Promise.all(closing.map(async (stop) => stop()));
      google.close();
      await platform.close();
      await sandbox.close();
      removeFolder(stateFolder);
    },
  };
}

function clockedVariables({ variables }: Platform, clock: string): Record<string, string> {
  const preloaded = join(import.meta.dirname, '../../service/attacks/preloaded.cjs');
  return {
    ...variables,
    NODE_OPTIONS: `${variables.NODE_OPTIONS ?? ''} --require ${JSON.stringify(preloaded)}`,
    ATTACKS_CLOCK: clock,
    ...limitVariables(defaultLimits),
  };
}
