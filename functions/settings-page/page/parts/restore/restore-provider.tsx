import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { CallFailed } from '../../api/call-failed.ts';
import { useInPage } from '../../in-page.ts';
import { strings } from '../../strings.ts';
import { tellChanged } from '../changed.ts';
import { useToast } from '../toast.tsx';
import { NotRestored } from './not-restored.tsx';
import { OtherName } from './other-name.tsx';

/** Which one; under another name, where its own is taken by now. */
export interface Restored {
  connectorId: string;
  name: string;
}

type Restore = (deleted: Restored, newName?: string) => Promise<void>;

const context = createContext<Restore>(() => Promise.resolve());

/** Brings a deleted connector back, from wherever on the page: what stands in the way is asked or told on the spot. */
export const useRestore = () => useContext(context);

interface Obstacle {
  deleted: Restored;
  failure: unknown;
  /** The name that was tried. */
  newName?: string;
}

export interface ObstacleProps extends Obstacle {
  restore: Restore;
  onClose: () => void;
}

export function RestoreProvider({ children }: { children: ComponentChildren }) {
  const { api } = useInPage();
  const toast = useToast();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const [restored, setRestored] = useState(0);
  useEffect(() => {
    // What was pressed goes away with what it restored.
    if (restored > 0) document.querySelector('h1')?.focus({ preventScroll: true });
  }, [restored]);
  const restore = useCallback<Restore>(
    async (deleted, newName) => {
      const { connectorId, name } = deleted;
      try {
        await api.POST('/delete-connector/{connectorId}/restore', {
          params: { path: { connectorId } },
          ...(newName !== undefined && { body: { name: newName } }),
        });
        setObstacle(undefined);
        setRestored((before) => before + 1);
        toast({ words: strings.restore.done(newName ?? name) });
        tellChanged();
      } catch (failure) {
        setObstacle({ deleted, failure, ...(newName !== undefined && { newName }) });
      }
    },
    [api, toast],
  );
  const close = useCallback(() => {
    setObstacle(undefined);
  }, []);
  return (
    <context.Provider value={restore}>
      {children}
      {obstacle &&
        (isAboutName(obstacle.failure) ? (
          <OtherName {...obstacle} restore={restore} onClose={close} />
        ) : (
          <NotRestored {...obstacle} restore={restore} onClose={close} />
        ))}
    </context.Provider>
  );
}

const isAboutName = (failure: unknown): failure is CallFailed =>
  failure instanceof CallFailed &&
  ['connector-name-taken', 'request-invalid'].includes(failure.code);
