import type { Column } from '../ports/warehouse.ts';
import type { ContactKeyType } from '../schemas/connection.ts';
import { shown } from './told.ts';
import { columnName } from '../schemas/identifiers.ts';

export interface Fitness {
  /** The kinds of contact key that the column can be; none if it cannot be one at all. */
  contactKeys: ContactKeyType[];
  /** Why it cannot be any; absent if it can. */
  reason?: string;
}

const textual: ContactKeyType[] = ['email', 'phone', 'externalId', 'contactId', 'additionalField'];
const whole: ContactKeyType[] = ['phone', 'externalId', 'contactId', 'additionalField'];

/** By the type's name in the REST reference or in SQL; both occur (https://cloud.google.com/bigquery/docs/schemas). */
const fitting: Record<string, ContactKeyType[]> = { STRING: textual, INTEGER: whole, INT64: whole };

const reasons: Record<string, string> = {
  RECORD: 'it is a record, not a single value',
  STRUCT: 'it is a record, not a single value',
  JSON: 'it holds JSON, not a single value',
  BYTES: 'it holds bytes, not text',
  GEOGRAPHY: 'it holds places, not keys',
  FLOAT: 'numbers with a fraction are not exact enough for a key',
  FLOAT64: 'numbers with a fraction are not exact enough for a key',
};

/** Which contact keys of the platform a column may correspond to, and if none, why. */
export function fitness({ name, type, mode }: Pick<Column, 'name' | 'type' | 'mode'>): Fitness {
  const cannot = (reason: string): Fitness => ({ contactKeys: [], reason });
  if (mode.toUpperCase() === 'REPEATED') return cannot('it holds a list of values');
  if (!columnName.safeParse(name).success)
    return cannot('its name has characters that we do not query');
  const kinds = fitting[type.toUpperCase()];
  return kinds
    ? { contactKeys: kinds }
    : cannot(
        reasons[type.toUpperCase()] ?? `a ${shown(type.toLowerCase())} does not identify a contact`,
      );
}

/** BigQuery's column names are told apart without regard to case. */
export function findColumn(columns: Column[], name: string): Column | undefined {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
}
