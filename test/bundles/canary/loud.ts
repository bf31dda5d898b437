import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Seen } from '../../support/canary/scanner.ts';
import { asking } from './asking.ts';
import type { Broken } from './broken.ts';

const crash = join(import.meta.dirname, 'crash.cjs');
const crashes = [
  'thrown',
  'thrown as text',
  'under a name of its own',
  'with a stack of its own',
  'uncaught',
  'uncaught as an object',
  'an unhandled rejection',
  'a warning',
];

/** What an operator can switch on by variables; a deployment sets none of them. */
const levels: Record<string, Record<string, string>> = {
  'DEBUG=*': { DEBUG: '*' },
  'Google’s own': { GOOGLE_SDK_NODE_LOGGING: '*', GRPC_TRACE: 'all', GRPC_VERBOSITY: 'DEBUG' },
  'warnings, stacks and reports': {
    NODE_OPTIONS:
      '--trace-warnings --trace-uncaught --stack-trace-limit=100 --report-uncaught-exception --report-on-fatalerror --report-on-signal --report-signal=SIGUSR2',
  },
};

/** Crash dumps and debug levels. */
export function whatIsLoud(broken: () => Broken): void {
  /** Everything that one instance of each wrote and answered, when a key is uploaded and validated with them. */
  const heardOf = async (variables: Record<string, string>): Promise<Seen[]> => {
    const { deployed, tenant } = broken();
    const { platform } = deployed;
    const reports = mkdtempSync(join(tmpdir(), 'reports-'));
    const options = `${platform.variables.NODE_OPTIONS ?? ''} ${variables.NODE_OPTIONS ?? ''} --report-directory=${reports}`;
    const names = ['upload-key', 'validate-connection', 'browse-tables'] as const;
    const instances = await Promise.all(
      names.map(async (name) => platform.deploy(name, { ...variables, NODE_OPTIONS: options })),
    );
    const of = (name: string) => {
      const found = instances.find((instance) => instance.name === name);
      if (!found) throw new Error(`${name} was not started.`);
      return found;
    };
    const { as, answers } = asking(platform, of);
    const ask = as(tenant.workspace);
    const { keyId } = broken().kept;
    const { uniqueContactField } = tenant;
    const body = { keyId, purposes: ['import'], uniqueContactField };
    const none = () => undefined;
    await ask('upload-key', 'POST /', { file: tenant.file }).catch(none);
    await ask('validate-connection', 'POST /', { body }).catch(none);
    await ask('browse-tables', `GET /?keyId=${keyId}`).catch(none);
    for (const instance of instances) {
      if (variables.NODE_OPTIONS?.includes('SIGUSR2') === true) instance.process.kill('SIGUSR2');
      await instance.stop();
    }
    const written = readdirSync(reports).map((name) => ({
      where: 'a report of Node',
      content: readFileSync(join(reports, name)),
    }));
    rmSync(reports, { recursive: true });
    const logs = instances.map(({ name, log }) => ({
      where: `the log of ${name}`,
      content: log(),
    }));
    return [...answers, ...logs, ...written];
  };

  describe('no secret is told', () => {
    test.each(crashes)('when a key meets an error: %s', async (how) => {
      const { deployed } = broken();
      const preload = `--require ${JSON.stringify(crash)}`;

      const heard = await heardOf({ NODE_OPTIONS: preload, CRASH: how });

      expect(broken().scan(heard)).toEqual([]);
      expect(deployed.platform.logs().length).toBeGreaterThan(0);
    });

    test.each(Object.entries(levels))('at debug level: %s', async (_, variables) => {
      const heard = await heardOf(variables);

      expect(broken().scan(heard)).toEqual([]);
    });
  });
}
