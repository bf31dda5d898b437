import type { Drawer } from '../ports/connector-store.ts';
import type { Note } from '../ports/note.ts';
import { Problem } from '../problems/problem.ts';
import type { ConnectorId, WorkspaceId } from '../schemas/identifiers.ts';
import { foldedName } from '../schemas/name-text.ts';

/** Of whom a name was that nobody bears. */
export interface StaleName {
  connectorId: ConnectorId;
}

/**
 * Reads, in a transaction, that no other connector bears the name. Refuses with `connector-name-taken`. A name is only
 * taken by a connector that lives and is called so: one that is left over from whatever was done to the store, and that
 * no connector's own look would find, stands in nobody's way. Says whether it was such a one.
 */
export async function requireFreeName(
  drawer: Pick<Drawer, 'nameOwner' | 'connector'>,
  name: string,
  connectorId: ConnectorId,
): Promise<StaleName | undefined> {
  const owner = await drawer.nameOwner(foldedName(name));
  if (owner === undefined || owner === connectorId) return undefined;
  const bearer = await drawer.connector(owner);
  const isStale =
    bearer?.deletedAt !== undefined || foldedName(bearer?.name ?? '') !== foldedName(name);
  if (isStale) return { connectorId: owner };
  throw new Problem(
    'connector-name-taken',
    `Choose another name: “${name}” is a connector of this workspace already.`,
  );
}

/** To be told once the name has another owner. */
export function noteStaleName(note: Note, workspace: WorkspaceId, stale?: StaleName): void {
  if (stale) note('healed', { workspace, ...stale, what: 'stale-name-taken' }, 'WARNING');
}
