import { useInPage, useMayEdit } from '../in-page.ts';
import { strings } from '../strings.ts';
import { Command } from './command.tsx';
import { emailIn, instructions, type Instruction, named } from './instructions.ts';
import { OutLink } from './out-link.tsx';
import type { Wanted } from './wanted.ts';

/** What to do, one thing after the other; each in the console or on a command line. */
export function GuideSteps({ wanted }: { wanted: Wanted }) {
  const email = emailIn(named(wanted).project);
  return (
    <ol class="guide-steps">
      {instructions(wanted).map((instruction) => (
        <GuideStep key={instruction.id} {...instruction} email={email} />
      ))}
    </ol>
  );
}

function GuideStep({ id, consoleUrl, command, email }: Instruction & { email: string }) {
  const { base } = useInPage();
  const mayEdit = useMayEdit();
  const { title, why, console: click } = strings.guide.steps[id];
  const { inConsole, open, commandFor } = strings.guide;
  return (
    <li class="card stack-small guide-step">
      <h3>{title}</h3>
      <p>{why}</p>
      {consoleUrl !== undefined && (
        <p>
          <strong>{inConsole}</strong> {click(email)} <OutLink href={consoleUrl}>{open}</OutLink>
        </p>
      )}
      {id === 'hand-over' && mayEdit && (
        <p>
          <a href={`${base}/connectors/new`}>{strings.screens.new.title}</a>
        </p>
      )}
      {command !== undefined && <Command text={command} what={commandFor(title)} />}
    </li>
  );
}
