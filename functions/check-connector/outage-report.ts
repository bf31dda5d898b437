import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { checkNames, type Report } from '../../shared/schemas/report.ts';
import { signIn } from '../../shared/validation/checks/sign-in.ts';
import { inLadder, standingChecks } from '../../shared/validation/merged-checks.ts';
import { stamped } from './lost-key-report.ts';

/** Of a check that asked nothing, because Google answers nobody: it decides nothing, whatever was found before. */
export function outageReport(record: ConnectorRecord, now: Date): Report {
  const notAsked = {
    id: signIn.id,
    name: checkNames[signIn.id],
    title: signIn.title,
    outcome: 'inconclusive' as const,
    cause: 'google-outage',
    detail:
      'Google did not answer the checks of other connectors just now, so it was not asked about this one. It will be asked again within minutes.',
    durationMs: 0,
  };
  return {
    ...stamped(record, now),
    checks: inLadder([...standingChecks(record.latestReport.checks), notAsked]),
    outcome: 'inconclusive',
    bytesBilled: 0,
    estimatedPriceUsd: 0,
    durationMs: 0,
  };
}
