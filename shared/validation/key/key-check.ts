import type { Evidence } from '../../schemas/report.ts';

/** What one of the checks A1 to A4 found out about an uploaded file. */
export interface KeyCheck {
  id: 'A1' | 'A2' | 'A3' | 'A4';
  outcome: 'passed' | 'warning' | 'failed' | 'skipped';
  detail: string;
  cause: string;
  evidence?: Evidence;
}

const way =
  '(Google Cloud console: IAM & Admin, Service Accounts, the account, Keys, Add key, JSON)';

/** How one comes by a new key file; the end of many sentences. */
export const newKeyFile = `ask for a new key file ${way}`;

/** The same for who has brought something else. */
export const keyFileInstead = `Ask for a service-account key instead ${way}.`;
