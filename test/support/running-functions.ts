import type { Limits } from '../../shared/limits/limits.ts';
import type { Identity } from '../../shared/ports/identity.ts';
import type { ProjectPermissions } from '../../shared/ports/project-permissions.ts';
import type { OpenWarehouse } from '../../shared/ports/warehouse.ts';
import type { GooglePorts } from '../../shared/validation/facts.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { askerAt } from './asker.ts';
import { functionsListener } from './functions-listener.ts';
import { listen } from './listen.ts';
import { seeder } from './seed.ts';

/** A Google that must not be asked. */
export const noGoogle = {
  identity: {
    certificates: () => Promise.reject(new Error('Google was asked')),
    signIn: () => Promise.reject(new Error('Google was asked')),
  } satisfies Identity,
  openWarehouse: (() => {
    throw new Error('Google was asked');
  }) satisfies OpenWarehouse,
  projectPermissions: (() => {
    throw new Error('Google was asked');
  }) satisfies ProjectPermissions,
};

/** All functions over real HTTP, on local adapters in memory, with a clock that the test moves. */
export async function runningFunctions(
  limits: Partial<Limits> = {},
  google: GooglePorts = noGoogle,
) {
  const { now, ...clock } = movableClock(new Date().toISOString());
  const database = databaseInMemory();
  const { keys, connectors, listener } = await functionsListener({ database, google, now, limits });
  const asker = askerAt(await listen(listener));
  return { asker, clock: { now, ...clock }, keys, connectors, seed: seeder(keys, connectors, now) };
}
