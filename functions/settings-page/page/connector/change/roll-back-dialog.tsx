import type { Connector } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { differences } from './in-words.ts';
import { wanted } from './changes.ts';
import { Question } from './question.tsx';
import type { Changes } from './use-changes.ts';
import { Versions } from './versions.tsx';

export function RollBackDialog({
  connector,
  changes,
  onClose,
}: {
  connector: Connector;
  changes: Changes;
  onClose: () => void;
}) {
  const words = strings.connector.rollBack;
  const what = { act: 'rollBack' } as const;
  return (
    <Question
      title={words.title}
      connector={connector}
      what={what}
      words={words}
      changes={changes}
      onClose={onClose}
    >
      <Versions
        heads={[words.now, words.after]}
        rows={differences(connector, wanted(connector, what))}
      />
    </Question>
  );
}
