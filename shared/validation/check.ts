import type { KeyUse } from '../ports/connector-store.ts';
import type { CheckId } from '../schemas/report.ts';
import type { ServiceAccountKey } from '../schemas/service-account-key.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** One check of the ladder. It judges facts; when it runs, and beside which others, is the runner's business. */
export interface CheckOfLadder {
  id: CheckId;
  title: string;
  /** Runs only when these have passed, with or without a warning. */
  needs: CheckId[];
  judge: (subject: Subject) => Promise<Finding>;
}

/** What is judged. */
export interface Subject {
  key: ServiceAccountKey;
  draft: Draft;
  facts: Facts;
  /** Connectors of the same workspace that use the same key under another id. */
  otherUses: KeyUse[];
  now: Date;
}
