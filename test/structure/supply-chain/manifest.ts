import { readFileSync } from 'node:fs';

interface Manifest {
  version: string;
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, unknown>;
  allowScripts: Record<string, boolean>;
}

export const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
