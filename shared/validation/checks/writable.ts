import type { Refusal } from '../../ports/answer.ts';
import { askedOfExport, exportName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { type Finding, notAgain, passed, notAsked } from '../finding.ts';
import type { Probe } from '../export/probe.ts';
import { classify } from '../refusals/classify.ts';

/** One row is written by a load job, as exports are, read back and deleted: proof in place of permissions that were asked for. */
export const writable: CheckOfLadder = {
  id: 'E4',
  title: 'The export can be written',
  needs: ['C2', 'E1'],
  async judge(subject) {
    if (!(await subject.facts.probeWanted())) return notAgain;
    const probe = await subject.facts.probe();
    if (!probe) return notAsked;
    if ('refusal' in probe.written) return notWritten(subject, probe.written.refusal);
    const { readBack, deleted } = probe;
    const unread = readBack && 'refusal' in readBack && explain(subject, readBack.refusal);
    if (unread && unread.cause !== 'not-found') return unread;
    if (unread || !readBack || ('value' in readBack && readBack.value === 0)) return notYetThere;
    if (deleted && 'refusal' in deleted) return leftBehind(subject, probe, deleted.refusal);
    return passed(`A row was written into ${exportName(subject)}, read back and deleted.`);
  },
};

const notYetThere: Finding = {
  outcome: 'inconclusive',
  cause: 'row-unread',
  detail: 'A row was written and could not be read back yet. Validate again in a few minutes.',
};

const explain = (subject: Subject, refusal: Refusal): Finding =>
  explainVerdict(classify(refusal), askedOfExport(subject));

/** One trouble is not told twice: E2 is about who pays. */
function notWritten(subject: Subject, refusal: Refusal): Finding {
  const finding = explain(subject, refusal);
  if (finding.cause !== 'billing') return finding;
  const { outcome, cause } = finding;
  const detail = 'Google takes no load job; E2 (export-billing) tells why and what to do.';
  return { outcome, cause, detail };
}

/** What cannot be deleted expires by itself; exports delete nothing. */
function leftBehind(subject: Subject, { table, expiresAt }: Probe, refusal: Refusal): Finding {
  const finding = explain(subject, refusal);
  if (finding.cause === 'not-found')
    return passed(`A row was written into ${exportName(subject)} and read back.`);
  if (finding.outcome !== 'failed') return finding;
  const end = expiresAt
    ? `BigQuery deletes it at ${expiresAt.toISOString().slice(11, 16)} UTC`
    : 'somebody has to delete it by hand';
  return {
    ...finding,
    outcome: 'warning',
    cause: 'probe-left',
    detail: `A row was written into ${exportName(subject)} and read back, but its table ${table.table} may not be deleted; ${end}.`,
  };
}
