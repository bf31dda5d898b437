import { useRef, useState } from 'preact/hooks';
import { goTo } from '../error-summary.tsx';
import type { Form } from '../use-form.ts';
import { placeOfRefusal } from './refusal.ts';

export interface Saving {
  saving: boolean;
  failure?: unknown;
  save: () => Promise<void>;
}

/** Saves once, however often it is pressed; a refusal is shown where it is mended, and taken to. */
export function useSave(
  { refuse, update }: Pick<Form, 'refuse' | 'update'>,
  call: () => Promise<void>,
): Saving {
  const [state, setState] = useState<Pick<Saving, 'saving' | 'failure'>>({ saving: false });
  const under = useRef(false);
  const save = async () => {
    if (under.current) return;
    under.current = true;
    setState({ saving: true });
    try {
      await call();
      setState({ saving: false });
    } catch (failure) {
      const refusal = placeOfRefusal(failure);
      setState(refusal ? { saving: false } : { saving: false, failure });
      if (refusal) {
        if (refusal.place === 'key') update({ key: undefined, report: undefined });
        if (refusal.place === 'validate') update({ report: undefined });
        refuse(refusal);
        requestAnimationFrame(() => {
          goTo(refusal.place);
        });
      }
    } finally {
      under.current = false;
    }
  };
  return { ...state, save };
}
