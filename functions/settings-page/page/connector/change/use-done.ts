import { useLocation } from 'preact-iso/router';
import type { Connector } from '../../api/client.ts';
import { forgetConnector } from '../../connectors/list/kept.ts';
import { useInPage } from '../../in-page.ts';
import { announce } from '../../parts/announce.ts';
import { useRestore } from '../../parts/restore/restore-provider.tsx';
import { useToast } from '../../parts/toast.tsx';
import { strings } from '../../strings.ts';
import type { Act } from './changes.ts';
import type { Around } from './use-changes.ts';

/** What the page does once something is done: shows it, says it, and after a deletion leaves for the list. */
export function useDone({ put }: Pick<Around, 'put'>) {
  const { base } = useInPage();
  const { route } = useLocation();
  const toast = useToast();
  const restore = useRestore();
  const { rename, stop, rollBack, remove } = strings.connector;
  return (what: Act, { connectorId, name }: Connector, after: Connector | undefined): void => {
    if (after) put(after);
    switch (what.act) {
      case 'rename':
        announce(rename.done(what.name));
        break;
      case 'pause':
        announce(stop.paused);
        break;
      case 'resume':
        announce(stop.resumed);
        break;
      case 'rollBack':
        toast({ words: rollBack.done });
        break;
      case 'remove':
        forgetConnector(connectorId);
        route(`${base}/connectors`);
        toast({
          words: remove.done(name),
          action: { name: remove.undo, onPress: () => restore({ connectorId, name }) },
        });
    }
  };
}
