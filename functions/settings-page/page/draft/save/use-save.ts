import { useRef, useState } from 'preact/hooks';
import { useBegun } from '../../parts/use-begun.ts';
import { strings } from '../../strings.ts';
import { goTo } from '../error-summary.tsx';
import type { Form } from '../use-form.ts';
import { placeOfRefusal } from './refusal.ts';

export interface Saving {
  saving: boolean;
  failure?: unknown;
  save: () => Promise<void>;
}

/**
 * Saves once, however often it is pressed; a refusal is shown where it is mended, and taken to. Who has left the form
 * meanwhile is told, where she is, that `name` was not saved.
 */
export function useSave(
  { refuse, update }: Pick<Form, 'refuse' | 'update'>,
  name: string,
  call: (isHere: () => boolean) => Promise<void>,
): Saving {
  const begin = useBegun();
  const [state, setState] = useState<Pick<Saving, 'saving' | 'failure'>>({ saving: false });
  const under = useRef(false);
  const save = async () => {
    if (under.current) return;
    under.current = true;
    setState({ saving: true });
    const { isHere, tellLost } = begin();
    try {
      await call(isHere);
      setState({ saving: false });
    } catch (failure) {
      if (!isHere()) {
        tellLost(strings.draft.save.notSaved(name), failure);
        return;
      }
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
