import type { Schemas } from '../api/client.ts';
import { strings } from '../strings.ts';

type Connection = Schemas['Connection'];
type Field = NonNullable<Connection['uniqueContactField']>;

export function usesInWords({ purposes }: Connection): string {
  const { uses } = strings.connection;
  if (purposes.length > 1) return uses.both;
  return purposes.includes('export') ? uses.export : uses.import;
}

export const columnPath = ({ dataset, table, column }: Field): string =>
  `${dataset}.${table}.${column}`;

/** What the column is matched with on the platform's side. */
export function contactKeyInWords({ contactKey }: Pick<Field, 'contactKey'>): string {
  const { contactKeys, contactKey: named } = strings.connection;
  const id = contactKey.type === 'additionalField' ? contactKey.id : undefined;
  return named(contactKeys[contactKey.type], id);
}
