import type { Grant } from './iam/access.ts';
import { changedFiles } from './sample-keys/changed-files.ts';
import { ofConditions } from './sample-keys/conditions.ts';
import { ofRights } from './sample-keys/rights.ts';
import type { Holder, SampleKey } from './sample-keys/sample-key.ts';

export const sampleKeys: SampleKey[] = [...ofRights, ...ofConditions, ...changedFiles];

export const holders: Holder[] = sampleKeys.flatMap((sample) => sample.holder ?? []);

/** Who may do what in the sample world. */
export const grants: Grant[] = holders.flatMap(({ email, roles }) =>
  roles.map(([role, resource]) => ({ account: email, role, ...resource })),
);

export const quotaUsedUp: ReadonlySet<string> = new Set(
  holders.filter((each) => each.quotaUsedUp === true).map(({ email }) => email),
);
