import type { CheckOfLadder } from '../check.ts';
import type { KeyUse } from '../../ports/connector-store.ts';
import { type Finding, passed } from '../finding.ts';

/** A key serves one connector, so that deleting one never breaks another: the file is uploaded once for each. */
export const keyKnown: CheckOfLadder = {
  id: 'A5',
  title: 'The key is used once',
  needs: ['A4'],
  judge: async ({ otherUses }) => judgeUses(otherUses),
};

export function judgeUses(uses: KeyUse[]): Finding {
  if (uses.length === 0) return passed('No other connector of the workspace uses this key.');
  const names = uses.map(({ name }) => name);
  return {
    outcome: 'warning',
    cause: 'key-known',
    detail: `The same key serves the connector ${names.map((name) => `“${name}”`).join(', ')} too; whoever deletes the key at Google breaks both.`,
    evidence: { connectors: names },
  };
}
