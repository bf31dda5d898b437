/**
 * The generated clients each hold a client for locations and, some, for IAM policies, which we never call. Their methods
 * are not there, so a call of one is a TypeError that names it.
 */
export class UnusedClient {
  async close(): Promise<void> {
    // nothing was opened
  }
}
