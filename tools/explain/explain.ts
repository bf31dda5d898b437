import type { Remedy } from '../../shared/schemas/report.ts';
import type { Asked } from '../../shared/validation/asked.ts';
import { explainHidden } from '../../shared/validation/explain-hidden.ts';
import { explainVerdict } from '../../shared/validation/explain-verdict.ts';
import { classify } from '../../shared/validation/refusals/classify.ts';
import { fingerprintOf } from '../../shared/validation/refusals/fingerprint.ts';
import { readRefusal } from '../../shared/validation/refusals/said.ts';
import type { Verdict } from '../../shared/validation/refusals/verdict.ts';
import { checksOf } from './checks-of.ts';
import type { Read } from './read-answer.ts';
import type { Options } from './read-options.ts';

export interface Explanation {
  operation: string;
  httpStatus: number;
  guessed: string[];
  cause: string;
  checks: string[];
  outcome: string;
  who: string;
  missingPermission: string | null;
  rightRole: string | null;
  onWhat: string | null;
  sentence: string;
  remedy: Remedy | null;
  fingerprint: string;
}

/** They look at a dataset or a table that may as well not exist. */
const looking = ['datasets.get', 'tables.get', 'tables.list'];

export function explain({ refusal, guessed }: Read, options: Options): Explanation {
  const { operation, httpStatus } = refusal;
  const verdict = classify(refusal);
  const asked = askedFor(verdict, options, operation);
  const say = looking.includes(operation) ? explainHidden : explainVerdict;
  const { detail, remedy } = say(verdict, asked);
  return {
    ...{ operation, httpStatus, guessed },
    cause: verdict.cause,
    checks: checksOf(operation, verdict),
    outcome: verdict.outcome,
    who: verdict.who,
    missingPermission: verdict.permission ?? null,
    rightRole: verdict.role ?? null,
    onWhat: verdict.on ?? null,
    sentence: detail,
    remedy: remedy ?? null,
    fingerprint: fingerprintOf(readRefusal(refusal)),
  };
}

/** By the names that were told; capitals stand for those that were not, as in Google's manuals. */
function askedFor({ named }: Verdict, options: Options, operation: string): Asked {
  const { account: clientEmail = 'SERVICE_ACCOUNT' } = options;
  const project = options.project ?? named?.project ?? 'PROJECT';
  const dataset = options.dataset ?? named?.dataset ?? 'DATASET';
  const table = options.table ?? named?.table ?? 'TABLE';
  const ofDataset = operation.startsWith('datasets.') || operation === 'tables.list';
  return {
    ...{ clientEmail, keyProject: project, jobProject: project, project, dataset },
    ...(ofDataset
      ? { what: `dataset ${project}.${dataset}` }
      : { table, what: `table ${project}.${dataset}.${table}` }),
  };
}
