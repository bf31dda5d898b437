import type { Limits } from '../../shared/limits/limits.ts';

const enough = 1_000_000;

/** For instances that are measured or tried: their limits are not what is looked at. */
export const hardlyLimited: Limits = {
  uploadsAMinute: enough,
  validationsAMinute: enough,
  editsAMinute: enough,
  browsesAMinute: enough,
  accountsADay: enough,
  pendingKeys: enough,
  keys: enough,
  connectors: enough,
};
