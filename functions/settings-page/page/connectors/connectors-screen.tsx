import { useLocation } from 'preact-iso/router';
import { DeletedConnectors } from './deleted/deleted-connectors.tsx';
import { ListedConnectors } from './list/listed-connectors.tsx';

/** `/connectors`: those that live, or what was deleted lately. */
export function ConnectorsScreen() {
  const { query } = useLocation();
  return query.show === 'deleted' ? <DeletedConnectors /> : <ListedConnectors />;
}
