/**
 * List prices in US dollars, us-central1, as of November 2026 and without what is free a month. `page` is where Google
 * says so; somebody has to look there before the figures are quoted. `seen` tells where we read it: on that page, in a copy
 * of unknown age; elsewhere; or nowhere but in our memory.
 */
export const prices = {
  firestoreReads: {
    usd: 0.03,
    each: 100_000,
    page: 'https://cloud.google.com/firestore/pricing',
    seen: 'elsewhere',
  },
  firestoreWrites: {
    usd: 0.09,
    each: 100_000,
    page: 'https://cloud.google.com/firestore/pricing',
    seen: 'elsewhere',
  },
  firestoreDeletes: {
    usd: 0.01,
    each: 100_000,
    page: 'https://cloud.google.com/firestore/pricing',
    seen: 'nowhere',
  },
  secretVersions: {
    usd: 0.06,
    each: 1,
    page: 'https://cloud.google.com/secret-manager/pricing',
    seen: 'there',
  },
  secretAccesses: {
    usd: 0.03,
    each: 10_000,
    page: 'https://cloud.google.com/secret-manager/pricing',
    seen: 'there',
  },
  /** Adding a task is one operation, handing it out another. */
  taskOperations: {
    usd: 0.4,
    each: 1_000_000,
    page: 'https://cloud.google.com/tasks/pricing',
    seen: 'there',
  },
  /** Functions of the 2nd generation are billed as Cloud Run, while a request is answered, by tenths of a second. */
  requests: {
    usd: 0.4,
    each: 1_000_000,
    page: 'https://cloud.google.com/run/pricing',
    seen: 'there',
  },
  cpuSeconds: {
    usd: 0.000024,
    each: 1,
    page: 'https://cloud.google.com/run/pricing',
    seen: 'there',
  },
  memorySeconds: {
    usd: 0.0000025,
    each: 1,
    page: 'https://cloud.google.com/run/pricing',
    seen: 'elsewhere',
  },
  /** A message counts as 1,000 bytes at the least. */
  publishedBytes: {
    usd: 40,
    each: 1024 ** 4,
    page: 'https://cloud.google.com/pubsub/pricing',
    seen: 'there',
  },
  logBytes: {
    usd: 0.5,
    each: 1024 ** 3,
    page: 'https://cloud.google.com/products/observability/pricing',
    seen: 'there',
  },
  schedules: {
    usd: 0.1,
    each: 1,
    page: 'https://cloud.google.com/scheduler/pricing',
    seen: 'there',
  },
} as const;

export type Priced = keyof typeof prices;

/** A check has an instance to itself: many at once share it, and cost less. */
export const instance = { cpus: 1, gibibytes: 0.5 };
/**
 * What the platform itself writes of a request, of a line beside its words, of a key that was read (audit), and of a task
 * (its making, its attempt). Not counted: an assumption.
 */
export const platformsLogBytes = { aRequest: 1000, aLine: 400, anAccess: 1500, aTask: 1400 };
