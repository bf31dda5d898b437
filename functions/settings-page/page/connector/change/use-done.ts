import { useLocation } from 'preact-iso/router';
import type { Connector } from '../../api/client.ts';
import { forgetConnector } from '../../connectors/list/kept.ts';
import { useInPage } from '../../in-page.ts';
import { announce } from '../../parts/announce.ts';
import { tellChanged } from '../../parts/changed.ts';
import { useRestore } from '../../parts/restore/restore-provider.tsx';
import { useToast } from '../../parts/toast.tsx';
import { strings } from '../../strings.ts';
import type { Act } from './changes.ts';
import type { Around } from './use-changes.ts';

/**
 * What the page does once something is done: shows it, says it, and after a deletion leaves for the list. Who has left
 * before that stays where she is, and is told there of what it was done to.
 */
export function useDone({ put }: Pick<Around, 'put'>) {
  const { base } = useInPage();
  const { route } = useLocation();
  const toast = useToast();
  const restore = useRestore();
  const { done, doneOf, remove } = strings.connector;
  return (
    what: Act,
    { connectorId, name }: Connector,
    after: Connector | undefined,
    isHere: boolean,
  ): void => {
    if (after) put(after);
    if (what.act === 'remove') {
      forgetConnector(connectorId);
      if (isHere) route(`${base}/connectors`);
      toast({
        words: remove.done(name),
        action: { name: remove.undo, onPress: () => restore({ connectorId, name }) },
      });
    } else if (!isHere) toast({ words: doneOf[what.act](after?.name ?? name) });
    else if (what.act === 'rollBack') toast({ words: done.rollBack });
    else announce(what.act === 'rename' ? done.rename(what.name) : done[what.act]);
    if (!isHere) tellChanged(); // a list may be open that was read before
  };
}
