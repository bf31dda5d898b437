import type { Connection } from '../schemas/connection.ts';

/** Stores read them back with their members in the schema's order. */
export const isSameConnection = (one: Connection, other: Connection | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
