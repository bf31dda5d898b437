import { createPublicKey, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import type { Corrupted } from './corrupted.ts';
import { corruptedMembers, privateKeys } from './corrupted-members.ts';
import { corruptedText } from './corrupted-text.ts';
import { corruptedWrapping } from './corrupted-wrapping.ts';

const runs = 50;

/** A key that signs, or a refusal; and no other cause than what happened. */
function judge({ file, causes, least, member, from = 0 }: Corrupted): void {
  const { key, checks } = readKeyFile(file);
  const said = checks.filter(({ outcome }) => outcome === 'warning' || outcome === 'failed');
  const outcomes = said.map(({ outcome }) => outcome);

  for (const { id, cause, evidence = {} } of said) {
    expect(causes).toContain(`${id} ${cause}`);
    const named = [evidence.missing, evidence.illFormed, evidence.foreign].flat();
    if (member !== undefined) expect([undefined, member]).toEqual(expect.arrayContaining(named));
    if (cause === 'not-json') expect(evidence.position).toBeGreaterThanOrEqual(from);
  }
  if (least !== undefined) expect(outcomes).toContain(least);
  expect(key === undefined).toBe(outcomes.includes('failed'));
  if (key) expect(privateKeys).toContain(key.privateKey.trim());
  if (key) expect(signs(key.privateKey)).toBe(true);
}

function signs(privateKey: string): boolean {
  const message = Buffer.from('signed with the private half, verified with the public one');
  return verify(
    'sha256',
    message,
    createPublicKey(privateKey),
    sign('sha256', message, privateKey),
  );
}

describe('a good key file is read as a key that signs, or refused for the right cause, where', () => {
  const corruptions = { ...corruptedText, ...corruptedMembers, ...corruptedWrapping };

  test.each(Object.entries(corruptions))('%s', (_, corrupted) => {
    fc.assert(fc.property(corrupted, judge), { numRuns: runs });
  });
});
