import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const step = z.strictObject({ id: z.string(), name: z.string(), script: z.string() });
export type Step = z.infer<typeof step>;

/** Of Google's schema what we use, and nothing else: no secrets, no artifacts, no logs elsewhere. */
const buildFile = z.strictObject({
  steps: z.array(step).min(1),
  substitutions: z.record(z.string().regex(/^_[A-Z_]+$/), z.string()),
  options: z.strictObject({
    logging: z.literal('CLOUD_LOGGING_ONLY'),
    automapSubstitutions: z.literal(true),
    machineType: z.string().optional(),
  }),
  timeout: z.string().regex(/^\d+s$/),
});
export type BuildFile = z.infer<typeof buildFile>;

export const provingFile = 'cloudbuild.yaml';
export const applyingFile = 'cloudbuild.apply.yaml';

export function readBuildFile(path: string): BuildFile {
  return buildFile.parse(parse(readFileSync(path, 'utf8')));
}

export function stepOf({ steps }: BuildFile, id: string): Step {
  const found = steps.find((each) => each.id === id);
  if (!found) throw new Error(`There is no step ${id}.`);
  return found;
}
