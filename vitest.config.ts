import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * unit   needs nothing and takes seconds: what `npm run check` runs
 * sandbox starts the stand-in Google with its GoogleSQL engine, or servers that answer as Google's others do
 * clients lets Google's own command line use the stand-in, and holds all its answers to Google's description; without
 *         the Cloud SDK it is skipped
 * emulator starts Google's Firestore emulator; without Java and the Cloud SDK it is skipped
 * simulation lets two thousand connectors live through a month: a quarter of an hour, and nothing else is needed
 * service starts the whole service as a process of its own and talks to it over HTTP
 * bundles builds the bundles and runs them as they are deployed; needs what emulator needs
 * page    opens the page in Chromium over a service of its own; without Chromium it is skipped
 * terraform plans the deployment with a mocked provider; without Terraform, or where its provider cannot be had, it is skipped
 */
const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

/** They wait for time limits, processes and servers of Google's protocols, or try very many cases. */
const beyondSeconds = [
  'test/adapters/google/bigquery-warehouse.test.ts',
  'test/adapters/google/cloud-tasks-queue.test.ts',
  'test/announcing/killed.test.ts',
  'test/deployment/{approval,archives}.test.ts',
  'test/simulation/five-days.test.ts',
  'test/functions/{backlog,health,wrong-clock,healing/*}.test.ts',
  'test/http/framework.test.ts',
  'test/structure/supply-chain/{bundles,node-binary}.test.ts',
  'test/validation/{classify-hostile,classify-variations,explain}.test.ts',
  'test/validation/key/{corruptions,never-leaks,truncations}.test.ts',
  'test/adapters/google/rest-transport/**/*.test.ts',
  'test/adapters/google/{secret-manager,pubsub,needed-permissions}*.test.ts',
];

export default defineConfig({
  test: {
    env: { GOOGLE_CLOUD_PROJECT: 'no-project', METADATA_SERVER_DETECTION: 'none' },
    restoreMocks: true,
    setupFiles: ['test/support/more-runs.ts'],
    // Most tests wait for a process of their own: more of them than cores are at work side by side.
    maxWorkers: Math.max(4, availableParallelism()),
    // A wall against what never ends; nothing here is measured by time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      project(
        'unit',
        [
          'test/{functions,connectors,announcing,contracts,adapters,limits,validation,http,structure,deployment}/**/*.test.ts',
          'test/{chaos,simulation}/judge.test.ts',
          'test/chaos/enough.test.ts',
        ],
        // Our modules keep nothing of a test (no-restricted-syntax), so files may share them: it halves the time.
        { exclude: beyondSeconds, isolate: false },
      ),
      project('sandbox', ['test/sandbox/**/*.test.ts', ...beyondSeconds]),
      project('clients', ['test/clients/**/*.test.ts']),
      project('emulator', ['test/emulator/**/*.test.ts']),
      project('simulation', ['test/simulation/month.test.ts']),
      project('service', ['test/service/**/*.test.ts']),
      project('bundles', ['test/bundles/**/*.test.ts', 'test/chaos/broken.test.ts'], {
        globalSetup: ['test/bundles/build-bundles.ts'],
      }),
      project('page', ['test/page/**/*.test.ts']),
      // One copy of terraform/, made ready once, serves all its files.
      project('terraform', ['test/terraform/**/*.test.ts'], { isolate: false }),
    ],
  },
});
