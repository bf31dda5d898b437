import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Component {
  'bom-ref': string;
  name: string;
  group?: string;
  version: string;
  purl: string;
  hashes: { alg: string; content: string }[];
  licenses: { license?: { id?: string }; expression?: string }[];
  properties: { name: string; value: string }[];
}

export interface Sbom {
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

const schema = (name: string): object =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, 'cyclonedx', `${name}.schema.json`), 'utf8'),
  ) as object;

// Their words for a reader's tools, and formats of what is in none of ours: addresses and times.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema([schema('spdx'), schema('jsf-0.82')]);
const validate = ajv.compile(schema('bom-1.6'));

/** What CycloneDX's own schema says against it. */
export function validateSbom(sbom: unknown): string[] {
  if (validate(sbom)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${String(message)}`,
  );
}
