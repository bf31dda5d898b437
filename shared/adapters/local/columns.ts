import type { SQLOutputValue } from 'node:sqlite';

type Row = Record<string, SQLOutputValue> | undefined;

/** SQLite's answers are typed by value, not by column; the tables are STRICT, so that what is here never throws. */
export function textIn(row: Row, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new Error(`The column ${column} holds no text.`);
  return value;
}

export function numberIn(row: Row, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new Error(`The column ${column} holds no number.`);
  return value;
}

export function bytesIn(row: Row, column: string): Uint8Array {
  const value = row?.[column];
  if (!(value instanceof Uint8Array)) throw new Error(`The column ${column} holds no bytes.`);
  return value;
}
