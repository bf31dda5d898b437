import type { Connection, UniqueContactField } from '../schemas/connection.ts';

/** A connection about to be tested: every name filled in, nothing proven. */
export interface Draft {
  purposes: Connection['purposes'];
  field?: (UniqueContactField & { project: string }) | undefined;
  exportDataset?: { project: string; dataset: string } | undefined;
  jobProject: string;
  maximumBytesBilled: number;
}
