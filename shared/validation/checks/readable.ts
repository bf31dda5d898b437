import { asked, tableName } from '../asked.ts';
import type { CheckOfLadder } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { passed, skipped } from '../finding.ts';
import { classify } from '../refusals/classify.ts';

/** A dry run of the very query that reads the key column. Nothing is scanned before its price is known. */
export const readable: CheckOfLadder = {
  id: 'D4',
  title: 'The rows may be read',
  needs: ['C2', 'D3'],
  async judge(subject) {
    const answer = await subject.facts.readPrice();
    if (!answer) return skipped('Google was not asked.');
    if ('refusal' in answer) {
      return explainVerdict(classify(answer.refusal), asked(subject, tableName(subject)));
    }
    const bytes = answer.value.bytesProcessed;
    return passed(`Reading the key column processes ${String(bytes)} bytes.`, {
      bytesProcessed: bytes,
    });
  },
};
