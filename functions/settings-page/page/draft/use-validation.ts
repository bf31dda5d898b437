import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Check, Report, Schemas } from '../api/client.ts';
import { streamValidation } from '../api/stream-validation.ts';
import { useInPage } from '../in-page.ts';
import { announce } from '../parts/announce.ts';
import { found } from '../parts/report/report-summary.tsx';
import { type CheckId, expectedChecks } from '../parts/report/stages.ts';
import { strings } from '../strings.ts';
import type { Asked } from './asked.ts';
import { tellInTurn } from './tell-in-turn.ts';

interface Run {
  running: boolean;
  arrived: Check[];
  expected: CheckId[];
  failure?: unknown;
  cancelled?: boolean;
}

export interface Validation extends Run {
  /** Of a saved connector alone, what it is for tells what will be checked. */
  start: (asked: Asked, saved?: Schemas['Connection']) => Promise<void>;
  cancel: () => void;
  /** Calls it off without a word. */
  forget: () => void;
}

const idle: Run = { running: false, arrived: [], expected: [] };

/** One validation at a time; it is called off where nobody waits for it any more. */
export function useValidation(onReport: (report: Report, of: Asked) => void): Validation {
  const { config, session } = useInPage();
  const [run, setRun] = useState(idle);
  const running = useRef<AbortController>(undefined);
  const told = useRef(onReport);
  told.current = onReport;

  const start = useCallback(
    async (asked: Asked, saved?: Schemas['Connection']) => {
      running.current?.abort();
      const left = new AbortController();
      running.current = left;
      const expected = expectedChecks({ purposes: [], ...saved, ...asked });
      const teller = tellInTurn(announce, left.signal);
      setRun({ running: true, arrived: [], expected });
      const onCheck = (check: Check) => {
        if (left.signal.aborted) return;
        setRun((before) => ({ ...before, arrived: [...before.arrived, check] }));
        teller.tell(strings.draft.validate.ended(check.title, check.outcome));
      };
      try {
        const { signal } = left;
        const report = await streamValidation(config, session, asked, { signal, onCheck });
        if (left.signal.aborted) return;
        setRun(idle);
        told.current(report, asked);
        teller.tell(found(report));
      } catch (failure) {
        if (!left.signal.aborted) setRun({ ...idle, failure });
      }
    },
    [config, session],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    setRun({ ...idle, cancelled: true });
    announce(strings.draft.validate.cancelled);
  }, []);
  const forget = useCallback(() => {
    running.current?.abort();
    setRun(idle);
  }, []);
  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  return { ...run, start, cancel, forget };
}
