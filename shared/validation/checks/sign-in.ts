import type { Refusal } from '../../ports/answer.ts';
import { asked } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { classify } from '../refusals/classify.ts';
import { inconclusive } from '../refusals/verdict.ts';
import { keyAlive } from './key-alive.ts';

/** Google gives a token for the key (RFC 7523). A wrong clock is ours, and is measured against Google's own. */
export const signIn: CheckOfLadder = {
  id: 'B2',
  title: 'Google signs the account in',
  needs: ['A3', 'A4'],
  async judge(subject) {
    const answer = await subject.facts.token();
    if (!answer) return notAsked;
    if ('value' in answer) return passed(`Google signs ${subject.key.clientEmail} in.`);
    const finding = judgeRefusal(subject, answer.refusal);
    return finding.outcome === 'failed' ? explainedByTheKey(subject, finding) : finding;
  },
};

/** One trouble is not told twice: where the list of keys shows what is wrong with this one, Google's no follows from it. */
async function explainedByTheKey(subject: Subject, finding: Finding): Promise<Finding> {
  if (finding.cause !== 'key-rejected' && finding.cause !== 'account-gone') return finding;
  const alive = await keyAlive.judge(subject);
  if (alive.outcome !== 'failed') return finding;
  return {
    outcome: 'failed',
    cause: alive.cause,
    detail: `Google does not sign ${subject.key.clientEmail} in; B1 (key-alive) tells why and what to do.`,
  };
}

function judgeRefusal(subject: Subject, refusal: Refusal): Finding {
  const read = classify(refusal);
  // Signing in needs no right: a denial that says no more tells nothing about the account.
  const verdict = read.cause === 'access-denied' ? inconclusive('token-refused', 'operator') : read;
  const finding = explainVerdict(verdict, asked(subject, 'the sign-in'));
  const googlesClock = refusal.kind === 'http' ? Date.parse(refusal.date ?? '') : NaN;
  if (verdict.cause !== 'clock' || Number.isNaN(googlesClock)) return finding;
  const skewSeconds = Math.round((subject.now.getTime() - googlesClock) / 1000);
  return { ...finding, evidence: { ...finding.evidence, skewSeconds } };
}
