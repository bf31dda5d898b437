import { createLocalJWKSet } from 'jose';
import type { VerifyMachine } from '../../shared/http/serve-machines.ts';
import { machineVerifier } from '../../shared/http/verify-machine.ts';

/**
 * On a laptop the schedule and the queue ask nobody over HTTP, so whoever does is refused: there is no account that may
 * call, and no key that could sign for one.
 */
export const nobody: VerifyMachine = machineVerifier(
  { audience: 'urn:bigquery-connector:nobody', accounts: [] },
  createLocalJWKSet({ keys: [] }),
  () => new Date(),
);
