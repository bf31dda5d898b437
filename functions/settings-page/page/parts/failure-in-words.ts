import { CallFailed } from '../api/call-failed.ts';
import { SignedOut } from '../api/signed-out.ts';
import { strings } from '../strings.ts';

/** What went wrong with a call, in words that say what to do. */
export function failureInWords(failure: unknown): { title: string; detail: string } {
  const words = strings.failure;
  if (failure instanceof SignedOut) return words.signedOut;
  if (!(failure instanceof CallFailed)) return words.defect;
  const { problem } = failure;
  if (!problem) return words.noNetwork;
  if (problem.detail === '') return words.noAnswer;
  return { title: `${problem.title}.`, detail: problem.detail };
}
