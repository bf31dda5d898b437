import * as z from 'zod';
import { connection } from './connection.ts';
import { connector } from './connector.ts';
import { drift } from './drift.ts';
import { connectorId, keyId, validationId } from './identifiers.ts';
import { keyFacts } from './key-facts.ts';
import { report } from './report.ts';
import { instant } from './instant.ts';
import { retired } from './retired-key.ts';
import { sighting } from './sighting.ts';

/** A connector as it is stored: with its latest report, the time of its next check and, once deleted, of its end. */
export const connectorRecord = z.strictObject({
  ...connector.shape,
  latestReport: report,
  /**
   * When it is looked at next: its health, or, while it is paused or deleted, whether its secrets and names follow it.
   * Absent where nothing is left to be looked at.
   */
  nextCheckAt: instant.optional(),
  /** When its secrets and names were made to agree with it last. */
  tendedAt: instant.optional(),
  retired: retired.optional(),
  /** When everything was checked last, what costs something too; absent until the first time. */
  fullyCheckedAt: instant.optional(),
  /** What was seen when the connection was saved, and when the one that a roll-back returns to was. */
  saved: sighting.optional(),
  previousSaved: sighting.optional(),
  /** How what was seen since then differs from it. */
  drift: z.array(drift).optional(),
  /** What was told of it within the last day, so that what comes and goes is not told again and again. */
  driftTold: z.array(z.strictObject({ what: z.string(), at: instant })).optional(),
  /** Of which table the keys were counted last, and into which dataset an export was tried last. */
  shapes: z
    .strictObject({ counted: z.string().optional(), tried: z.string().optional() })
    .optional(),
  /** What its checks billed on one day, by UTC. */
  billed: z.strictObject({ day: z.iso.date(), bytes: z.int().nonnegative() }).optional(),
  deletedAt: instant.optional(),
  expiresAt: instant.optional(),
});
export type ConnectorRecord = z.infer<typeof connectorRecord>;

/** What the store knows of a key; the key itself lies in the vault. One key serves one connector. */
export const keyRecord = z.strictObject({
  keyId,
  key: keyFacts,
  uploadedAt: instant,
  uploadedBy: z.string(),
  connectorId: connectorId.optional(),
  expiresAt: instant.optional(),
});
export type KeyRecord = z.infer<typeof keyRecord>;

/** One run of the checks, with exactly what was tested. */
export const validationRecord = z.strictObject({
  validationId,
  keyId,
  key: keyFacts,
  connectorId: connectorId.optional(),
  connection,
  report,
  /** What was seen of it, for later checks to be compared with. */
  sighting: sighting.optional(),
  validatedBy: z.string(),
  savedAs: connectorId.optional(),
  expiresAt: instant,
});
export type ValidationRecord = z.infer<typeof validationRecord>;
