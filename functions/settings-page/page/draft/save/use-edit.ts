import { useLocation } from 'preact-iso/router';
import { useState } from 'preact/hooks';
import { CallFailed } from '../../api/call-failed.ts';
import type { Connector } from '../../api/client.ts';
import { useInPage } from '../../in-page.ts';
import { tellChanged } from '../../parts/changed.ts';
import { useToast } from '../../parts/toast.tsx';
import type { Form } from '../use-form.ts';
import { type Saving, useSave } from './use-save.ts';
import { differing, type Version } from './version-in-words.ts';

export interface Edit extends Saving {
  /** The connector as somebody else has changed it meanwhile. */
  theirs: Connector | undefined;
  /** Saves over what they changed. */
  saveOver: () => Promise<void>;
  settled: () => void;
  /** Forgets the draft, and shows the connector. */
  leave: () => void;
}

/** Saves what was validated in a connector's place, unless it is not the one any more that was looked at. */
export function useEdit(
  form: Form,
  { connectorId, etag, name }: Pick<Connector, 'connectorId' | 'etag' | 'name'>,
  mine: Version,
  saved: (name: string) => string,
): Edit {
  const { api, base } = useInPage();
  const { route } = useLocation();
  const toast = useToast();
  const leave = () => {
    form.clear();
    route(`${base}/connectors/${connectorId}`, true);
  };
  const done = (isHere: boolean) => {
    if (isHere) leave();
    else {
      form.clear();
      tellChanged();
    }
    toast({ words: saved(name) });
  };
  const [theirs, setTheirs] = useState<Connector>();
  const put = async (basedOn: string, isHere: () => boolean) => {
    const { report } = form.draft;
    if (!report) return;
    try {
      const { data } = await api.PUT('/save-connector/{connectorId}', {
        params: { path: { connectorId }, header: { 'If-Match': `"${basedOn}"` } },
        body: { validationId: report.validationId },
      });
      if (!data) throw new CallFailed(undefined);
      setTheirs(undefined);
      done(isHere());
    } catch (failure) {
      if (!(failure instanceof CallFailed) || failure.code !== 'etag-stale') throw failure;
      const { data } = await api.GET('/list-connectors/{connectorId}', {
        params: { path: { connectorId } },
      });
      // What is wanted is there: most likely it was this very save, whose answer was lost.
      if (data?.keyId === mine.keyId && differing(mine, data).length === 0) done(isHere());
      else if (isHere()) setTheirs(data);
      else throw failure;
    }
  };
  const saving = useSave(form, name, async (isHere) => put(form.draft.base?.etag ?? etag, isHere));
  const over = useSave(form, name, async (isHere) => put(theirs?.etag ?? etag, isHere));
  return {
    saving: saving.saving || over.saving,
    failure: over.failure ?? saving.failure,
    save: saving.save,
    saveOver: over.save,
    theirs,
    leave,
    settled: () => {
      setTheirs(undefined);
    },
  };
}
