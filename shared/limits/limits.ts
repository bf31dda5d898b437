/** What one workspace may use. A deployment may set other figures. */
export interface Limits {
  uploadsAMinute: number;
  validationsAMinute: number;
  /** Saves, edits, roll-backs, deletions and restorations together. */
  editsAMinute: number;
  /** Questions for datasets, tables or columns: each signs in as the customer and uses her quota at Google. */
  browsesAMinute: number;
  /** Distinct service accounts whose keys are uploaded in a day: strangers' leaked keys are not to be tried out here. */
  accountsADay: number;
  /** Uploaded keys that no connector was saved with yet. */
  pendingKeys: number;
  /** All that are not destroyed yet: in use, waiting, from before a rotation, of deleted connectors. */
  keys: number;
  connectors: number;
}

export const defaultLimits: Limits = {
  uploadsAMinute: 10,
  validationsAMinute: 30,
  editsAMinute: 60,
  browsesAMinute: 120,
  accountsADay: 50,
  pendingKeys: 100,
  keys: 3000,
  connectors: 1000,
};
