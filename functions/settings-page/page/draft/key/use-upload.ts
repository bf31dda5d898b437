import { useEffect, useRef, useState } from 'preact/hooks';
import { CallFailed } from '../../api/call-failed.ts';
import type { Client } from '../../api/client.ts';
import { useInPage } from '../../in-page.ts';
import { announce } from '../../parts/announce.ts';
import { strings } from '../../strings.ts';
import type { UploadedKey } from '../draft.ts';
import { wrongWith } from './wrong-file.ts';

export interface Upload {
  waiting: boolean;
  /** What is wrong with the file, as the page or the service says. */
  refusal?: string;
  /** Why it could not be sent. */
  failure?: unknown;
  refuse: (words: string) => void;
  /** Sends a file, and forgets it whatever comes of it. True: the service has seen it. */
  send: (files: readonly File[]) => Promise<boolean>;
}

type State = Pick<Upload, 'waiting' | 'refusal' | 'failure'>;

export function useUpload(onKey: (key: UploadedKey) => void): Upload {
  const { api } = useInPage();
  const [state, setState] = useState<State>({ waiting: false });
  const left = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      left.current?.abort();
    },
    [],
  );
  const refuse = (refusal: string) => {
    setState({ waiting: false, refusal });
    announce(refusal);
  };

  async function send(files: readonly File[]): Promise<boolean> {
    if (left.current) return false;
    const under = new AbortController();
    left.current = under;
    try {
      const wrong = await wrongWith(files);
      const [file] = files;
      if (wrong !== undefined || !file) {
        refuse(wrong ?? strings.draft.key.wrong.none);
        return true;
      }
      setState({ waiting: true });
      announce(strings.draft.key.uploading);
      const key = await uploadKey(api, file, under.signal);
      setState({ waiting: false });
      onKey(key);
      return true;
    } catch (failure) {
      const refused = failure instanceof CallFailed && failure.problem?.status === 422;
      if (refused) refuse(failure.problem.detail);
      else setState({ waiting: false, failure });
      return refused;
    } finally {
      left.current = undefined;
    }
  }

  return { ...state, refuse, send };
}

async function uploadKey(api: Client, file: File, signal: AbortSignal): Promise<UploadedKey> {
  const { data } = await api.POST('/upload-key', {
    body: file as unknown as string, // the description says bytes, which its types call a string
    bodySerializer: (body) => body,
    headers: { 'content-type': 'application/octet-stream' },
    signal,
  });
  if (!data) throw new CallFailed(undefined);
  return data;
}
