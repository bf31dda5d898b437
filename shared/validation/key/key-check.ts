import type { Evidence } from '../../schemas/report.ts';

/** What one of the checks A1 to A4 found out about an uploaded file. */
export interface KeyCheck {
  id: 'A1' | 'A2' | 'A3' | 'A4';
  outcome: 'passed' | 'warning' | 'failed' | 'skipped';
  detail: string;
  cause: string;
  evidence?: Evidence;
}

/** How one comes by a new key file; the end of many sentences. */
export const newKeyFile =
  'ask for a new key file (Google Cloud console: IAM & Admin, Service Accounts, the account, Keys, Add key, JSON)';
