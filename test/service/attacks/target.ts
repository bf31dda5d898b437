import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import type { Signer } from './forged-tokens.ts';

/** Where one function answers. */
export interface Place {
  port: number;
  /** What stands before its own paths. */
  folder: string;
  host: string;
}

/** A service under attack: `npm start`, or the bundles as they are deployed. */
export interface Target {
  at: (name: string) => Place;
  allowedOrigin: string;
  /** What signs the callers' tokens: attackers who have a genuine token of another kind have its signature, too. */
  signer: Signer;
  token: (workspace: string, role?: string) => Promise<string>;
  keyFile: (name: string) => Buffer;
  /** Where the stand-in for Google answers, switches and all. */
  sandbox: string;
  /** All that its processes wrote. */
  log: () => string;
  /** The process that runs a function. */
  processOf: (name: string) => number;
  /** How often the issuer was asked for its keys. */
  jwksAsked: () => number;
  /** Whom Google's own tokens are for and from, where functions for machines take them. */
  machines?: {
    sign: (email: string, audience: string, claims?: object) => Promise<string>;
    variables: Record<'CHECK_CONNECTOR_URL' | 'TASK_INVOKER' | 'SCHEDULE_INVOKER', string>;
  };
}

/** A service of its own with real limits, whose clock is moved by hand. */
export interface ClockedTarget extends Target {
  moveClock: (ms: number) => void;
}

/** One way of running the service. */
export interface Running {
  target: Target;
  /** Started when the first case needs it. */
  clocked: () => Promise<ClockedTarget>;
  /** What of the laptop is not there: no name of this machine can be bound anew, and nothing hands out tokens. */
  laptop: boolean;
  close: () => Promise<void>;
}

/** What a process holds of the machine's memory now, in bytes. */
export function memoryOf(pid: number): number {
  const status = `/proc/${String(pid)}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) * 1024;
}
