import net, { type AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { Signer } from './forged-tokens.ts';
import { forgedTokens } from './forged-tokens.ts';
import { type Ask, asker } from './ask.ts';
import { type Prepared, prepare } from './prepared.ts';
import type { Running, Target } from './target.ts';

/** A target with two workspaces in it, and what the attackers know and have. */
export interface Stage extends Running {
  known: Prepared;
  /** Tokens by the names that the table gives them, made anew: some are good for ten seconds. */
  forged: () => Record<string, string[]>;
  signer: Signer;
  /** How many connections came to where no request of ours may ever go. */
  connections: () => number;
  ask: (workspace: string, role?: string) => Promise<Ask>;
  /** What the stand-in for Google was asked since the last time. */
  askedOfGoogle: () => Promise<AskedOfGoogle[]>;
  forget: () => Promise<void>;
}

export interface AskedOfGoogle {
  operation: string;
  method: string;
  path: string;
  account?: string;
  job?: {
    sql?: string;
    dryRun: boolean;
    labels: Record<string, string>;
    maximumBytesBilled?: string;
  };
}

export async function setStage(running: Running): Promise<Stage> {
  const { target } = running;
  let connections = 0;
  const listener = net.createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const known = await prepare(target);
  Object.assign(known.words, { listenerPort: String(port), allowedOrigin: target.allowedOrigin });
  return {
    ...running,
    known,
    forged: () => forgedTokens(known.tokens.editorA, target.signer, port, known.words.MARK ?? ''),
    signer: target.signer,
    connections: () => connections,
    ask: async (workspace, role) => asker(target, workspace, role),
    askedOfGoogle: async () => requestsAt(target),
    async forget() {
      await fetch(`${target.sandbox}/requests`, { method: 'DELETE' });
    },
    async close() {
      listener.close();
      await running.close();
    },
  };
}

async function requestsAt({ sandbox }: Target): Promise<AskedOfGoogle[]> {
  const response = await fetch(`${sandbox}/requests`);
  return ((await response.json()) as { requests: AskedOfGoogle[] }).requests;
}

/**
 * That an attempt led to no call of Google. A full minute may pass meanwhile, and the laptop's own schedule then checks what
 * was saved: what an attempt causes, it causes each time.
 */
export async function asksNothing(
  { askedOfGoogle, forget }: Stage,
  attempt: () => Promise<unknown>,
): Promise<void> {
  const asked = async () => {
    await forget();
    await attempt();
    return askedOfGoogle();
  };
  await expect.poll(asked).toEqual([]);
}
