/**
 * List prices in US dollars, us-central1, as of November 2026 and without what is free a month. `page` is where Google
 * says so; somebody has to look there before the figures are quoted.
 */
export const prices = {
  firestoreReads: { usd: 0.03, each: 100_000, page: 'https://cloud.google.com/firestore/pricing' },
  firestoreWrites: { usd: 0.09, each: 100_000, page: 'https://cloud.google.com/firestore/pricing' },
  firestoreDeletes: {
    usd: 0.01,
    each: 100_000,
    page: 'https://cloud.google.com/firestore/pricing',
  },
  secretVersions: { usd: 0.06, each: 1, page: 'https://cloud.google.com/secret-manager/pricing' },
  secretAccesses: {
    usd: 0.03,
    each: 10_000,
    page: 'https://cloud.google.com/secret-manager/pricing',
  },
  /** Adding a task is one operation, handing it out another. */
  taskOperations: { usd: 0.4, each: 1_000_000, page: 'https://cloud.google.com/tasks/pricing' },
  /** Functions of the 2nd generation are billed as Cloud Run, while a request is answered, by tenths of a second. */
  requests: { usd: 0.4, each: 1_000_000, page: 'https://cloud.google.com/run/pricing' },
  cpuSeconds: { usd: 0.000024, each: 1, page: 'https://cloud.google.com/run/pricing' },
  memorySeconds: { usd: 0.0000025, each: 1, page: 'https://cloud.google.com/run/pricing' },
  /** A message counts as 1,000 bytes at the least. */
  publishedBytes: { usd: 40, each: 1024 ** 4, page: 'https://cloud.google.com/pubsub/pricing' },
  logBytes: {
    usd: 0.5,
    each: 1024 ** 3,
    page: 'https://cloud.google.com/products/observability/pricing',
  },
  schedules: { usd: 0.1, each: 1, page: 'https://cloud.google.com/scheduler/pricing' },
} as const;

export type Priced = keyof typeof prices;

/** A check has an instance to itself: many at once share it, and cost less. */
export const instance = { cpus: 1, gibibytes: 0.5 };
/** What the platform itself writes of a request, and of a line beside its words. Not counted: an assumption. */
export const platformsLogBytes = { aRequest: 1000, aLine: 400 };
