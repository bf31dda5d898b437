import type { ComponentChildren } from 'preact';
import type { Connector } from '../api/client.ts';
import { useInPage } from '../in-page.ts';
import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';
import { ErrorSummary, goTo } from './error-summary.tsx';
import { SaveStep } from './save-step.tsx';
import { Conflict } from './save/conflict.tsx';
import type { Edit } from './save/use-edit.ts';
import type { Version } from './save/version-in-words.ts';
import { StartOver } from './start-over.tsx';
import type { Form } from './use-form.ts';

interface EditScreenProps {
  form: Form;
  edit: Edit;
  connector: Pick<Connector, 'connectorId' | 'name'>;
  words: { title: string; lead: (name: string) => string; save: string; saveHint?: string };
  /** What there would be if one's own were taken, where somebody else has changed it meanwhile. */
  mine: Version;
  /** What is different now has to be tried together with one's own. */
  tryAnew: boolean;
  onTryAnew: (theirs: Connector) => Promise<void>;
  children: ComponentChildren;
}

/** What the screens have in common that change a saved connector: the way back, and the end. */
export function EditScreen(props: EditScreenProps) {
  const { form, edit, connector, words, mine, tryAnew, onTryAnew, children } = props;
  const { base } = useInPage();
  const { restored, clear, gaps, pressed, press } = form;
  const { theirs, saving, failure, save, saveOver, leave } = edit;
  const { connectorId, name } = connector;
  return (
    <Screen
      title={words.title}
      lead={words.lead(name)}
      faulty={pressed > 0 && gaps.length > 0}
      above={
        <>
          <ErrorSummary gaps={gaps} pressed={pressed} />
          <p class="back">
            <a href={`${base}/connectors/${connectorId}`}>{strings.draft.back(name)}</a>
          </p>
        </>
      }
    >
      {restored && <p class="hint">{strings.draft.restored}</p>}
      {children}
      {theirs ? (
        <Conflict
          mine={mine}
          theirs={theirs}
          tryAnew={tryAnew}
          gaps={gaps}
          saving={saving}
          failure={failure}
          onBlocked={press}
          onTheirs={leave}
          onMine={async () => {
            if (!tryAnew) return saveOver();
            goTo('validate'); // what was pressed goes away, and this is what it has set to work
            return onTryAnew(theirs);
          }}
        />
      ) : (
        <SaveStep
          gaps={gaps}
          saving={saving}
          failure={failure}
          words={{
            ...strings.draft.save,
            save: words.save,
            ...(words.saveHint !== undefined && { hint: words.saveHint }),
          }}
          onSave={save}
          onBlocked={press}
        >
          <StartOver onForget={clear} />
        </SaveStep>
      )}
    </Screen>
  );
}
