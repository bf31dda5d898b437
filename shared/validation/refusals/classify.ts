import type { Refusal } from '../../ports/answer.ts';
import { classifyDenial } from './classify-denial.ts';
import { classifyToken } from './classify-token.ts';
import { classifyTrouble } from './classify-trouble.ts';
import { readRefusal, type Said } from './said.ts';
import { failed, inconclusive, type Resource, type Verdict } from './verdict.ts';

/**
 * What an answer of Google means: the one place that reads them. Structure first (transport, status, reason, details),
 * sentences last; wording varies over the years and what nobody has seen yet is `unknown-answer`, never a guess.
 */
export function classify(refusal: Refusal): Verdict {
  if (refusal.kind === 'transport') return inconclusive('no-answer', 'google');
  const said = withoutTenantsWords(readRefusal(refusal));
  return (
    classifyToken(said) ??
    classifyTrouble(said) ??
    classifyDenial(said) ??
    classifyAbsence(said) ??
    classifyOther(said)
  );
}

/**
 * Whoever wrote a view can choose the sentence under which a query of it fails (`ERROR('Invalid JWT Signature')`), though
 * not the reason: it is always invalidQuery. Of such an answer the sentence counts for nothing, but for Google's own on
 * partitions, which a dry run says before any row is read.
 */
function withoutTenantsWords(said: Said): Said {
  const written = said.operation.startsWith('jobs.') && said.reason === 'invalidQuery';
  const ofGoogle = /^Cannot query over table .{1,2000} without a filter over column/.test(
    said.text,
  );
  return written && !ofGoogle ? { ...said, text: '' } : said;
}

function classifyAbsence(said: Said): Verdict | undefined {
  const { operation, text } = said;
  if (said.httpStatus !== 404 && said.reason !== 'notFound') return undefined;
  if (operation === 'certificates') return failed('account-gone', 'service account');
  if (operation === 'token') return undefined; // that endpoint has no things to be missing
  const what = /not found:?\s+(project|dataset|table|job)\b/i.exec(text)?.[1]?.toLowerCase();
  if (what === 'project') return failed('project-wrong', 'project');
  if (what === 'job') return inconclusive('our-request', 'operator');
  const on: Resource = what === 'dataset' || what === 'table' ? what : ofOperation(operation);
  const elsewhere = /not found in location/i.test(text) || operation.startsWith('jobs.');
  return failed(elsewhere ? 'location' : 'not-found', on);
}

function ofOperation(operation: string): Resource {
  if (operation.startsWith('datasets.'))
    return operation === 'datasets.list' ? 'project' : 'dataset';
  return operation === 'tables.list' ? 'dataset' : 'table';
}

/** A request that Google could not read is ours to mend, not the customer's. */
function classifyOther({ reason, word }: Said): Verdict {
  const unread = ['invalid', 'invalidQuery', 'badRequest', 'parseError', 'required'].includes(
    reason,
  );
  if (unread || word === 'INVALID_ARGUMENT') return inconclusive('our-request', 'operator');
  return inconclusive('unknown-answer', 'google');
}
