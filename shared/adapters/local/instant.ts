/** Milliseconds: two ways to write one moment are one moment. */
export function instant(iso: string): number {
  return Date.parse(iso);
}

/** Where the first page begins: later than everything. */
export const beginning = { at: Number.MAX_SAFE_INTEGER, id: '' };
