import type { Health, HealthState } from '../schemas/health.ts';
import type { Report } from '../schemas/report.ts';

const confirmAfterMs = 5 * 60 * 1000;

/**
 * Health has a memory: what fails must fail again, at least five minutes later, before the connector is broken; what is
 * inconclusive neither breaks nor mends anything.
 */
export function healthAfter(before: Health, outcome: Report['outcome'], now: Date): Health {
  const at = now.toISOString();
  const { failingSince } = before;
  const become = (state: HealthState, failing = failingSince): Health => ({
    state,
    since: state === before.state ? before.since : at,
    checkedAt: at,
    ...(failing !== undefined && { failingSince: failing }),
  });
  switch (outcome) {
    case 'passed':
      return { ...become('healthy'), failingSince: undefined };
    case 'warning':
      return { ...become('degraded'), failingSince: undefined };
    case 'inconclusive':
      return become(before.state === 'broken' ? 'broken' : 'unknown');
    case 'failed': {
      const confirmed =
        failingSince !== undefined && now.getTime() - Date.parse(failingSince) >= confirmAfterMs;
      return become(confirmed ? 'broken' : before.state, failingSince ?? at);
    }
  }
}
