import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Report } from '../api/client.ts';
import { askedOf, isComplete, type Subject, subjectOf } from './asked.ts';
import type { Draft } from './draft.ts';
import { type Missing, missing, type Place } from './missing.ts';
import { type KeptDraft, type Restore, useDraft } from './use-draft.ts';
import { useNow } from './use-now.ts';
import { useValidation, type Validation } from './use-validation.ts';
import { strings } from '../strings.ts';

export interface FormOf {
  /** Which draft of this tab it is. */
  what: string;
  empty: Draft;
  needsName: boolean;
  /** A saved connector's own key is used where none is uploaded. */
  connectorId?: string | undefined;
  /** Of that connector's key. */
  keyProject?: string;
  restore?: Restore;
}

export interface Form extends KeptDraft {
  now: number;
  subject: Subject | undefined;
  validation: Validation;
  validate: () => Promise<void>;
  /** Puts another draft in the place of this one, and tries it. */
  retry: (draft: Draft) => Promise<void>;
  /** Changes what is tried; once that is complete again, it is tried by itself. */
  choose: (change: Partial<Draft>) => void;
  /** The last report, if it is of what is entered now. */
  current: Report | undefined;
  gaps: Missing[];
  /** The summary of what is missing has been asked for. */
  pressed: number;
  press: () => void;
  /** What the service said no to. */
  refuse: (refusal: Missing | undefined) => void;
  faultAt: (place: Place) => string | undefined;
  /** Why nothing can be tried yet. */
  notYet: string | undefined;
}

/** Time to go on choosing, as with arrow keys in a group, before it is tried. */
const settledMs = 700;

/** What the three screens have in common that try a connection and save it. */
export function useForm(form: FormOf): Form {
  const { what, empty, needsName, connectorId, keyProject = '', restore } = form;
  const kept = useDraft(what, empty, restore);
  const { draft, update, clear } = kept;
  const now = useNow();
  const [pressed, setPressed] = useState(0);
  const [refusal, setRefusal] = useState<Missing>();
  const subject = subjectOf(draft, connectorId);
  const validation = useValidation((report, of) => {
    update({ report, reportOf: JSON.stringify(of), reportAt: Date.now() });
  });
  const askedOfIt = (of: Draft) =>
    subject === undefined ? '' : JSON.stringify(askedOf(of, subject, keyProject));
  const asked = askedOfIt(draft);
  const needsKey = connectorId === undefined;
  const gaps = missing(draft, { now, needsName, needsKey, asked });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settle = () => {
    clearTimeout(timer.current);
  };
  useEffect(() => settle, []);
  const start = async (next: Draft) => {
    settle();
    setRefusal(undefined);
    const tried = subjectOf(next, connectorId);
    if (tried) await validation.start(askedOf(next, tried, keyProject));
  };
  const latest = useRef(start);
  latest.current = start;
  const { forget } = validation;
  const change = useCallback(
    (to: Partial<Draft>) => {
      if ('key' in to) {
        // What is being tried is the key before: its report would stand under the new one.
        settle();
        forget();
      }
      setRefusal(undefined);
      update(to);
    },
    [update, forget],
  );
  const notYet = gaps.find(({ place }) => needed.includes(place))?.words;
  return {
    ...kept,
    update: change,
    clear: () => {
      settle();
      forget();
      setRefusal(undefined);
      setPressed(0);
      clear();
    },
    now,
    subject,
    validation,
    validate: async () => start(draft),
    retry: async (next) => {
      change(next);
      await start(next);
    },
    choose: (to) => {
      change(to);
      const next = { ...draft, ...to };
      if (askedOfIt(next) === asked) return; // it would be tried, and billed, for the same answer
      settle();
      const tried = draft.report !== undefined || connectorId !== undefined;
      if (!isComplete(next) || !tried || notYet !== undefined) return;
      timer.current = setTimeout(() => void latest.current(next), settledMs);
    },
    current: draft.reportOf === asked ? draft.report : undefined,
    gaps,
    pressed,
    press: () => {
      setPressed((before) => before + 1);
    },
    refuse: setRefusal,
    faultAt: (place) => {
      if (refusal?.place === place) return refusal.words;
      const gap = gaps.find((each) => each.place === place)?.words;
      return pressed > 0 || isOld(place, gap) ? gap : undefined;
    },
    notYet,
  };
}

/** Without these, or with something wrong in them, the service would not even try. */
const needed: Place[] = [
  'key',
  'purposes',
  'export-project',
  'job-project',
  'cost-limit',
  'project',
];

/** That a report is out of date is said without being asked: it still looks as it did. */
function isOld(place: Place, words: string | undefined): boolean {
  const { reportOld, reportExpired } = strings.draft.missing;
  return place === 'validate' && (words === reportOld || words === reportExpired);
}
