import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudSdk } from '../sandbox/cloud-sdk.ts';

export interface BqClient {
  /** What it prints, complaints broken into lines, and whether it was content. */
  run(token: string, ...given: string[]): Promise<{ done: boolean; said: string }>;
  /** What it prints as JSON. */
  json(token: string, ...given: string[]): Promise<unknown>;
  /** A folder for files to load. */
  folder: string;
  remove(): void;
}

/** Google's command-line client, that talks to the sandbox alone: settings, sign-in and discovery document are given. */
export function bqClient({ bq, discoveryDocument }: CloudSdk, origin: string): BqClient {
  const folder = mkdtempSync(join(tmpdir(), 'bq-'));
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    BIGQUERYRC: '/dev/null',
    CLOUDSDK_CONFIG: folder,
    CLOUDSDK_CORE_CHECK_GCE_METADATA: 'false',
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: '1',
    CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
  };
  const run: BqClient['run'] = async (token, ...given) => {
    const flags = [
      `--api=${origin}`,
      `--discovery_file=${discoveryDocument}`,
      `--oauth_access_token=${token}`,
      '--project_id=acme-analytics',
      '--headless',
    ];
    return new Promise((resolve) => {
      execFile(bq, [...flags, ...given], { env, cwd: folder }, (error, stdout, stderr) => {
        resolve({ done: error === null, said: stdout + (error === null ? '' : stderr) });
      });
    });
  };
  return {
    run,
    async json(token, ...given) {
      const { said } = await run(token, '--format=json', '--quiet', ...given);
      try {
        return JSON.parse(said) as unknown;
      } catch {
        throw new Error(`bq ${given.join(' ')} said: ${said}`);
      }
    },
    folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
