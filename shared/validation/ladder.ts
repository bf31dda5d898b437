import type { CheckOfLadder } from './check.ts';
import { dataset } from './checks/dataset.ts';
import { exportBilling } from './checks/export-billing.ts';
import { exportDataset } from './checks/export-dataset.ts';
import { exportNames } from './checks/export-names.ts';
import { keyAlive } from './checks/key-alive.ts';
import { keyColumn } from './checks/key-column.ts';
import { keyComplete } from './checks/key-complete.ts';
import { keyKnown } from './checks/key-known.ts';
import { keyQuality } from './checks/key-quality.ts';
import { keyReadable } from './checks/key-readable.ts';
import { keyType } from './checks/key-type.ts';
import { mayRunJobs } from './checks/may-run-jobs.ts';
import { privateKey } from './checks/private-key.ts';
import { projectReachable } from './checks/project-reachable.ts';
import { readable } from './checks/readable.ts';
import { signIn } from './checks/sign-in.ts';
import { table } from './checks/table.ts';
import { tooMuchPower } from './checks/too-much-power.ts';
import { writable } from './checks/writable.ts';

/** All checks, in the order in which a report lists them. */
export const ladder: CheckOfLadder[] = [
  keyReadable,
  keyType,
  keyComplete,
  privateKey,
  keyKnown,
  keyAlive,
  signIn,
  projectReachable,
  mayRunJobs,
  tooMuchPower,
  dataset,
  table,
  keyColumn,
  readable,
  keyQuality,
  exportDataset,
  exportBilling,
  exportNames,
  writable,
];
