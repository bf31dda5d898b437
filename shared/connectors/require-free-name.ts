import type { Drawer } from '../ports/connector-store.ts';
import { Problem } from '../problems/problem.ts';
import { foldedName } from '../schemas/connector.ts';
import type { ConnectorId } from '../schemas/identifiers.ts';

/** Reads, in a transaction, that no other connector bears the name. Refuses with `connector-name-taken`. */
export async function requireFreeName(
  drawer: Pick<Drawer, 'nameOwner'>,
  name: string,
  connectorId: ConnectorId,
): Promise<void> {
  const owner = await drawer.nameOwner(foldedName(name));
  if (owner !== undefined && owner !== connectorId) {
    throw new Problem(
      'connector-name-taken',
      `Choose another name: “${name}” is a connector of this workspace already.`,
    );
  }
}
