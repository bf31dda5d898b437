import type { CheckOfLadder } from '../check.ts';
import { explainQuery } from '../explain-query.ts';
import { told } from '../told.ts';
import { passed, notAsked } from '../finding.ts';

/** A dry run of the very query that reads the key column. Nothing is scanned before its price is known. */
export const readable: CheckOfLadder = {
  id: 'D4',
  title: 'The rows may be read',
  needs: ['C2', 'D3'],
  async judge(subject) {
    const answer = await subject.facts.readPrice();
    if (!answer) return notAsked;
    if ('refusal' in answer) {
      return explainQuery(subject, answer.refusal);
    }
    const bytes = answer.value.bytesProcessed;
    return passed(`Reading the key column processes ${told(bytes)} bytes.`, {
      bytesProcessed: bytes,
    });
  },
};
