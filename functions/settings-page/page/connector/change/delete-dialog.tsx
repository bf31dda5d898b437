import type { Connector } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { Question } from './question.tsx';
import type { Changes } from './use-changes.ts';

export function DeleteDialog({
  connector,
  changes,
  onClose,
}: {
  connector: Connector;
  changes: Changes;
  onClose: () => void;
}) {
  const words = strings.connector.remove;
  return (
    <Question
      title={words.title(connector.name)}
      connector={connector}
      what={{ act: 'remove' }}
      words={words}
      danger
      changes={changes}
      onClose={onClose}
    />
  );
}
