import { type Check, type CheckId, checkNames, type Outcome } from '../schemas/report.ts';
import type { CheckOfLadder, Subject } from './check.ts';
import { type Finding, skipped } from './finding.ts';
import { asRemedy } from './remedies/cure.ts';

export interface RunOptions {
  /** Aborted when nobody waits for the report any more. */
  signal: AbortSignal;
  onCheck?: (check: Check, finding: Finding) => void;
  /** Told what a check threw: a defect of ours, which is not the customer's to see. */
  onDefect?: (check: CheckId, error: unknown) => void;
}

/**
 * Runs every check as soon as those that it needs have passed; independent ones side by side. A check that cannot run is
 * skipped and says why. The report keeps the ladder's order, whatever the order in which checks end.
 */
export async function runChecks(
  ladder: CheckOfLadder[],
  subject: Subject,
  options: RunOptions,
): Promise<Check[]> {
  const running = new Map<CheckId, Promise<Check>>();
  for (const check of ladder) {
    running.set(check.id, run(check, subject, running, options));
  }
  return Promise.all(running.values());
}

async function run(
  check: CheckOfLadder,
  subject: Subject,
  running: Map<CheckId, Promise<Check>>,
  { signal, onCheck, onDefect }: RunOptions,
): Promise<Check> {
  const needed = await Promise.all(check.needs.map(async (id) => running.get(id)));
  const began = performance.now();
  const blocking = needed.find(
    (need) => need && need.outcome !== 'passed' && need.outcome !== 'warning',
  );
  const finding = blocking
    ? skipped(reason(blocking))
    : await beforeTimeIsUp(judged(check, subject, onDefect), signal);
  const ended: Check = {
    id: check.id,
    name: checkNames[check.id],
    title: check.title,
    outcome: finding.outcome,
    detail: finding.detail,
    ...(finding.cause !== undefined && { cause: finding.cause }),
    ...(finding.remedy && { remedy: asRemedy(finding.remedy) }),
    ...(finding.evidence && { evidence: finding.evidence }),
    durationMs: Math.round(performance.now() - began),
  };
  onCheck?.(ended, finding);
  return ended;
}

/** One check that ends in a defect takes no other with it. */
async function judged(
  { id, judge }: CheckOfLadder,
  subject: Subject,
  onDefect: RunOptions['onDefect'],
): Promise<Finding> {
  try {
    return await judge(subject);
  } catch (error) {
    onDefect?.(id, error);
    return {
      outcome: 'inconclusive',
      cause: 'defect',
      detail: 'This check ended in a fault of ours. We have noted it.',
    };
  }
}

function reason({ id, name, outcome }: Check): string {
  return `Not run, since it needs ${id} (${name}), which ${words[outcome]}.`;
}

const words: Record<Outcome, string> = {
  passed: 'passed',
  warning: 'passed with a warning',
  failed: 'failed',
  inconclusive: 'could not be decided',
  skipped: 'was not run',
};

async function beforeTimeIsUp(judging: Promise<Finding>, signal: AbortSignal): Promise<Finding> {
  const late: Finding = {
    outcome: 'inconclusive',
    cause: 'no-answer',
    detail: 'Google did not answer in time. Validate again in a few minutes.',
  };
  if (signal.aborted) return late;
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      resolve(late);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    judging.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
    });
  });
}

/** `failed` if any failed; else `inconclusive` if any is; else `warning`; else `passed`. */
export function overall(checks: Check[]): Exclude<Outcome, 'skipped'> {
  const worst = (['failed', 'inconclusive', 'warning'] as const).find((outcome) =>
    checks.some((check) => check.outcome === outcome),
  );
  return worst ?? 'passed';
}
