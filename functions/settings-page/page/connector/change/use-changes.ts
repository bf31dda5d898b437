import { useState } from 'preact/hooks';
import { CallFailed } from '../../api/call-failed.ts';
import type { Connector } from '../../api/client.ts';
import { useInPage } from '../../in-page.ts';
import { useBegun } from '../../parts/use-begun.ts';
import { useToast } from '../../parts/toast.tsx';
import { strings } from '../../strings.ts';
import { type Act, send, wanted } from './changes.ts';
import { differences } from './in-words.ts';
import { useDone } from './use-done.ts';

export interface Conflict {
  what: Act;
  /** As the reader wants it, and as it is by now. */
  mine: Connector;
  theirs: Connector;
  /** Does it all the same, to what is there now. */
  insist: () => Promise<void>;
  leave: () => void;
}

/** Settles when it is done, or when something else has to be asked first. What else goes wrong is thrown. */
export type Make = (what: Act, seen: Connector) => Promise<void>;

export interface Changes {
  make: Make;
  conflict?: Conflict;
}

export interface Around {
  put: (connector: Connector) => void;
  /** Looks what has become of it. */
  again: () => void;
  /** Closes what stands open. */
  settle: () => void;
}

/** Makes changes that are based on what the reader saw; where that is old by now, both versions are shown instead. */
export function useChanges(around: Around): Changes {
  const { api } = useInPage();
  const toast = useToast();
  const [conflict, setConflict] = useState<Conflict>();
  const done = useDone(around);
  const begin = useBegun();
  const settle = () => {
    setConflict(undefined);
    around.settle();
  };

  const make: Make = async (what, seen) => {
    const { isHere } = begin();
    try {
      const after = await send(api, what, seen);
      settle();
      done(what, seen, after, isHere());
    } catch (failure) {
      if (!isHere()) throw failure; // whatever is to be shown or asked, nobody is there
      if (isOf(failure, 'connector-not-found')) {
        settle();
        around.again();
      } else if (isOf(failure, 'etag-stale')) await meet(what, seen);
      else throw failure;
    }
  };

  /** Somebody else was faster. */
  const meet = async (what: Act, seen: Connector): Promise<void> => {
    const { connectorId } = seen;
    const params = { path: { connectorId } };
    const { data: theirs } = await api.GET('/list-connectors/{connectorId}', { params });
    if (!theirs) throw new CallFailed(undefined);
    const mine = wanted(seen, what);
    if (differences(mine, theirs).length === 0) {
      if (what.act === 'remove') return make(what, theirs);
      settle();
      around.put(theirs);
      toast({ words: strings.connector.conflict.same });
      return;
    }
    around.settle();
    const insist = async () => make(what, theirs);
    const leave = () => {
      settle();
      around.put(theirs);
    };
    setConflict({ what, mine, theirs, insist, leave });
  };

  return { make, ...(conflict && { conflict }) };
}

const isOf = (failure: unknown, code: string): boolean =>
  failure instanceof CallFailed && failure.code === code;
