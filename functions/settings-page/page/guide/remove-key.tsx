import { strings } from '../strings.ts';
import { Command } from './command.tsx';
import { removal } from './removal.ts';
import type { Wanted } from './wanted.ts';

const parts = ['list', 'remove', 'removeAll'] as const;

/** A key is not for ever. */
export function RemoveKey({ wanted }: { wanted: Wanted }) {
  const { title, lead, ...words } = strings.guide.removal;
  const commands = removal(wanted);
  return (
    <section class="card stack" aria-labelledby="remove-key">
      <h2 id="remove-key">{title}</h2>
      <p>{lead}</p>
      {parts.map((part) => (
        <div class="stack-small" key={part}>
          <p>{words[part].text}</p>
          <Command text={commands[part]} what={words[part].what} />
        </div>
      ))}
    </section>
  );
}
