import { expect } from 'vitest';
import { type Claims, signed } from '../forged-tokens.ts';
import type { Stage } from '../stage.ts';
import { refusedEach, tryAt } from './trying.ts';

/** A genuine token's parts, and tokens like it that the issuer itself would have signed. */
export function likeGenuine({ known, signer }: Stage) {
  const [head = '', body = ''] = known.tokens.editorA.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  const [header, claims] = [read(head), read(body)];
  return {
    header,
    claims,
    own: (changed: Claims, headed: object = {}) =>
      signed({ ...header, ...headed }, { ...claims, ...changed }, signer.key),
    raw: (text: string) => signed(header, text, signer.key),
    without: (name: string) => {
      const { [name]: _, ...rest } = claims;
      return signed(header, rest, signer.key);
    },
  };
}

/** None of the tokens opens anything, or has anything fetched. */
export async function opensNothing(
  stage: Stage,
  tokens: string[],
  statuses = [401],
): Promise<void> {
  await refusedEach(tokens, statuses, async (bearer) => {
    const answer = await tryAt(stage, 'list-connectors', { bearer });
    if (answer.status !== 200) expect(answer.text).not.toContain(stage.known.words.nameA);
    if (answer.status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    return answer;
  });
  expect(stage.connections()).toBe(0);
}
