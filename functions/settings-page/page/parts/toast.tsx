import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import { strings } from '../strings.ts';

export interface ToastWords {
  words: string;
  /** What can be done about it for a while; the same stands somewhere else on the page too. */
  action?: { name: string; onPress: () => void | Promise<unknown> };
}

const shownMs = 12_000;
const context = createContext<(toast: ToastWords) => void>(() => undefined);

/** Says in passing what was done. Never something that is missed if it goes unseen. */
export const useToast = () => useContext(context);

export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<ToastWords>();
  const [held, setHeld] = useState(false);
  const show = useCallback((next: ToastWords) => {
    setToast(next);
    setHeld(false); // whoever held the one before it, held that one
    announce(next.words);
  }, []);
  useEffect(() => {
    if (!toast || held) return undefined;
    const timer = setTimeout(() => {
      setToast(undefined);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [toast, held]);
  return (
    <context.Provider value={show}>
      {children}
      {toast && (
        <div
          class="toast row"
          role="region"
          aria-label={strings.toast}
          onPointerEnter={() => {
            setHeld(true);
          }}
          onPointerLeave={() => {
            setHeld(false);
          }}
          onFocusCapture={() => {
            setHeld(true);
          }}
          onBlurCapture={() => {
            setHeld(false);
          }}
        >
          <span>{toast.words}</span>
          {toast.action && (
            <Button
              small
              onPress={async () => {
                await toast.action?.onPress();
                // What came of it may have been told in its place meanwhile.
                setToast((now) => (now === toast ? undefined : now));
              }}
            >
              {toast.action.name}
            </Button>
          )}
        </div>
      )}
    </context.Provider>
  );
}
