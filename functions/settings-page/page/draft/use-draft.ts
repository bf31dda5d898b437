import { useCallback, useEffect, useState } from 'preact/hooks';
import { useInPage } from '../in-page.ts';
import type { Draft } from './draft.ts';

export interface KeptDraft {
  draft: Draft;
  /** Some of it was entered before this screen was opened: before a reload, a sign-in, or another screen. */
  restored: boolean;
  update: (change: Partial<Draft>) => void;
  clear: () => void;
}

/** What of a kept draft still holds, beside one that would begin now; undefined where nothing does. */
export type Restore = (kept: Partial<Draft>, empty: Draft) => Partial<Draft> | undefined;

const asItWas: Restore = (kept) => kept;

/**
 * What is entered outlives a reload and a trip to the sign-in: in this tab, for this workspace and this person, and
 * without the key. What cannot be read any more is forgotten.
 */
export function useDraft(what: string, empty: Draft, restore: Restore = asItWas): KeptDraft {
  const { caller } = useInPage();
  const place = `draft ${what} ${caller.workspace} ${caller.subject}`;
  const [{ draft, restored }, setKept] = useState(() => {
    const found = read(place);
    const kept = found && restore(found, empty);
    return { draft: { ...empty, ...kept }, restored: kept !== undefined };
  });
  useEffect(() => {
    if (JSON.stringify(draft) === JSON.stringify(empty)) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(draft));
  }, [draft, place, empty]);
  const update = useCallback((change: Partial<Draft>) => {
    setKept((before) => ({ ...before, draft: { ...before.draft, ...change } }));
  }, []);
  const clear = useCallback(() => {
    sessionStorage.removeItem(place);
    setKept({ draft: empty, restored: false });
  }, [place, empty]);
  return { draft, restored, update, clear };
}

function read(place: string): Partial<Draft> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : undefined;
  } catch {
    return undefined;
  }
}
