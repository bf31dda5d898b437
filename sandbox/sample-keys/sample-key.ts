import type { Resource } from '../iam/access.ts';
import type { Shape } from './shapes.ts';

/** A key file to upload, and what the service is to say of it. */
export interface SampleKey {
  file: string;
  story: string;
  /** Which function says it first; what it only warns of was repaired, and passes a validation. */
  at: 'upload-key' | 'validate-connection';
  /** Of a validation for import with the unique contact field crm.subscribers.email ↔ email, or for export into exports. */
  purpose?: 'export';
  outcome: 'passed' | 'warning' | 'failed' | 'inconclusive';
  /** The check that says so, by its id. */
  check?: string;
  /** The account behind it and what that may do; files that are refused at the upload need none. */
  holder?: Holder;
  /** What was done to the file on its way. Without it: as Google's console downloads it. */
  shape?: Shape;
}

export interface Holder {
  email: string;
  /** `project_id` of the file. */
  projectId: string;
  roles: [role: string, on: Resource][];
  state?: 'disabled' | 'deleted';
  /** What of the key Google publishes; usually a certificate for years. */
  certificate?: 'twelve-days' | 'expired' | 'withdrawn' | 'of-another-key';
  quotaUsedUp?: boolean;
}
