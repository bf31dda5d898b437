import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newStateFolder, removeFolder, startService } from '../running-service.ts';
import type { Signer } from './forged-tokens.ts';
import type { ClockedTarget, Running } from './target.ts';

/** `npm start`: all functions in one process, behind one port. */
export async function localTarget(): Promise<Running> {
  const open: { close: () => Promise<void> }[] = [];
  const start = async (options: string[]) => {
    const started = await startLocally(options);
    open.push(started);
    return started.target;
  };
  let clocked: Promise<ClockedTarget> | undefined;
  return {
    target: await start(['--wide-limits']),
    clocked: async () => (clocked ??= start([])),
    laptop: true,
    async close() {
      for (const each of open) await each.close();
    },
  };
}

async function startLocally(options: string[]) {
  const stateFolder = newStateFolder();
  const clock = join(stateFolder, 'clock');
  const counted = join(stateFolder, 'jwks');
  writeFileSync(clock, '0');
  const preloaded = join(import.meta.dirname, 'preloaded.cjs');
  const service = await startService(stateFolder, options, {
    NODE_OPTIONS: `--require ${JSON.stringify(preloaded)}`,
    ATTACKS_JWKS: counted,
    ...(options.length === 0 && { ATTACKS_CLOCK: clock }),
  });
  const folders: Record<string, string> = {
    'settings-page': '',
    '(the local token maker)': '/issuer/token',
  };
  const port = Number(service.port);
  const target: ClockedTarget = {
    at: (name) => ({
      port,
      folder: folders[name] ?? `/${name}`,
      host: `localhost:${String(port)}`,
    }),
    allowedOrigin: service.origin,
    signer: signerIn(stateFolder),
    token: service.token,
    keyFile: service.keyFile,
    sandbox: `${service.origin}/sandbox`,
    log: service.log,
    processOf: () => service.pid,
    jwksAsked: () => (existsSync(counted) ? statSync(counted).size : 0),
    moveClock(ms) {
      writeFileSync(clock, String(ms));
    },
  };
  return {
    target,
    async close() {
      await service.stop();
      removeFolder(stateFolder);
    },
  };
}

function signerIn(stateFolder: string): Signer {
  const secrets = JSON.parse(readFileSync(join(stateFolder, 'issuer.json'), 'utf8')) as {
    jwks: { keys: [{ kty: string; kid: string }] };
  };
  const [jwk] = secrets.jwks.keys;
  return { key: createPrivateKey({ key: jwk, format: 'jwk' }), kid: jwk.kid };
}
