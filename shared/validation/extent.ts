/**
 * When something that costs is done again: each time, not at all, or only where the thing is another than the one of this
 * shape, of which it was done last.
 */
export type Again = 'always' | 'never' | { unlessShape: string };

/** How far a run of the checks goes. */
export interface Extent {
  /** Whether the key signs for us as well (A4): Google's sign-in, which is tried each time, proves the same. */
  signs: boolean;
  /** The counting of keys (D5), and what it may bill at the most. */
  keys: Again;
  bytesLeft: number;
  /** The trial of an export (E4). */
  probe: Again;
}

/** What somebody asked for is done whole. */
export const everything: Extent = {
  signs: true,
  keys: 'always',
  bytesLeft: Infinity,
  probe: 'always',
};
