import type { Restore } from './use-draft.ts';

/**
 * A kept change goes on from what is saved now, if that is still what it began with, but for a name. Else it keeps its
 * beginning: saving meets the conflict, and nothing of somebody else's is put away unseen.
 */
export const restoredField: Restore = ({ base, ...kept }, { base: now }) => {
  if (!base || !now) return undefined;
  const same =
    base.keyId === now.keyId && JSON.stringify(base.connection) === JSON.stringify(now.connection);
  return { ...kept, base: same ? now : base };
};

/** Of a kept rotation, the key alone: what it is tried with is what is saved now. */
export const restoredKey: Restore = (
  { base, key, report, reportOf = '', reportAt },
  { base: now },
) => {
  if (!base || !now || !key) return undefined;
  return { key, report, reportOf, reportAt, base: base.keyId === now.keyId ? now : base };
};
