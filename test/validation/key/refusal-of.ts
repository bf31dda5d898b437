import { expect } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';

/** The checks that failed, and why; nothing may be kept of what is refused. */
export function refusalOf(content: string | Uint8Array): string {
  const { key, checks } = readKeyFile(typeof content === 'string' ? Buffer.from(content) : content);
  expect(key).toBeUndefined();
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  expect(checks.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3', 'A4']);
  expect(failed.every(({ detail }) => detail.length > 20)).toBe(true);
  return failed.map(({ id, cause }) => `${id} ${cause}`).join(', ');
}
