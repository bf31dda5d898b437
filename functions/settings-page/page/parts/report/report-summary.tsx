import type { Check, Report } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { Icon, type IconName } from '../icon.tsx';
import { Moment } from '../moment.tsx';
import { costInWords } from './cost.ts';
import type { Outcome } from './stages.ts';

/** How each outcome looks, wherever it is told. */
export const looks: Record<Report['outcome'], [icon: IconName, kind: string]> = {
  passed: ['good', 'good'],
  warning: ['warn', 'warn'],
  failed: ['bad', 'bad'],
  inconclusive: ['question', 'warn'],
};

/** What was found and what it cost, in two sentences. Of the same height while the checks are still at work. */
export function ReportSummary({
  report,
  done,
  all,
}: {
  report: Report | undefined;
  done: number;
  all: number;
}) {
  const words = strings.report;
  if (!report) {
    return (
      <div class="report-summary">
        <p class="report-found">
          <Icon name="waiting" /> {words.running(done, all)}
        </p>
        <p class="hint">{words.runningLead}</p>
      </div>
    );
  }
  const [icon, kind] = looks[report.outcome];
  return (
    <div class={`report-summary report-${kind}`}>
      <p class="report-found">
        <Icon name={icon} /> {found(report)}
      </p>
      <p class="hint">
        {words.checked} <Moment at={report.validatedAt} />.{' '}
        {costInWords(report.bytesBilled, report.estimatedPriceUsd)}
      </p>
    </div>
  );
}

/** The report in a sentence or two: what who listens hears at its end, too. */
export function found({ outcome, checks }: Pick<Report, 'outcome' | 'checks'>): string {
  const words = strings.report;
  const count = (wanted: Outcome) =>
    checks.filter((check: Check) => check.outcome === wanted).length;
  switch (outcome) {
    case 'passed':
      return words.passed(count('passed'));
    case 'warning':
      return words.warned(count('warning'));
    case 'inconclusive':
      return words.unclear(count('inconclusive'));
    case 'failed': {
      const skipped = count('skipped');
      return [words.failed(count('failed')), ...(skipped > 0 ? [words.skipped(skipped)] : [])].join(
        ' ',
      );
    }
  }
}
