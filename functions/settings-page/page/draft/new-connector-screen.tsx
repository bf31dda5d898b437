import { useLocation } from 'preact-iso/router';
import { CallFailed } from '../api/call-failed.ts';
import { useInPage, useMayEdit } from '../in-page.ts';
import { tellChanged } from '../parts/changed.ts';
import { Screen } from '../parts/screen.tsx';
import { useToast } from '../parts/toast.tsx';
import { strings } from '../strings.ts';
import { ConnectionSteps } from './connection-steps.tsx';
import { emptyDraft } from './draft.ts';
import { ErrorSummary } from './error-summary.tsx';
import { KeyStep } from './key-step.tsx';
import { NameStep } from './name-step.tsx';
import { SaveStep } from './save-step.tsx';
import { useSave } from './save/use-save.ts';
import { StartOver } from './start-over.tsx';
import { useForm } from './use-form.ts';

export function NewConnectorScreen() {
  const { title, lead } = strings.screens.new;
  const { base } = useInPage();
  if (useMayEdit()) return <NewConnector />;
  return (
    <Screen title={title} lead={lead}>
      <p class="notice">{strings.viewer}</p>
      <p>
        <a href={`${base}/connectors`}>{strings.nothingHere.back}</a>
      </p>
    </Screen>
  );
}

function NewConnector() {
  const { title, lead } = strings.screens.new;
  const { api, base } = useInPage();
  const { route } = useLocation();
  const toast = useToast();
  const form = useForm({ what: 'new', empty: emptyDraft, needsName: true });
  const { draft, restored, update, clear, gaps, pressed, press, faultAt } = form;
  const { saving, failure, save } = useSave(form, draft.name.trim(), async (isHere) => {
    const { report, name } = draft;
    if (!report) return;
    const { data } = await api.POST('/save-connector', {
      body: { name, validationId: report.validationId },
    });
    if (!data) throw new CallFailed(undefined);
    clear();
    toast({ words: strings.draft.save.saved(data.name) });
    if (isHere()) route(`${base}/connectors/${data.connectorId}`, true);
    else tellChanged();
  });
  return (
    <Screen
      title={title}
      lead={lead}
      faulty={pressed > 0 && gaps.length > 0}
      above={
        <>
          <ErrorSummary gaps={gaps} pressed={pressed} />
          <p class="back">
            <a href={`${base}/connectors`}>{strings.connector.all}</a>
          </p>
        </>
      }
    >
      {restored && (
        <div class="row">
          <p class="hint">{strings.draft.restored}</p>
          <StartOver onForget={clear} />
        </div>
      )}
      <NameStep
        name={draft.name}
        fault={faultAt('name')}
        onName={(name) => {
          update({ name });
        }}
      />
      <KeyStep
        uploaded={draft.key}
        fault={faultAt('key')}
        now={form.now}
        onKey={(key) => {
          update({ key, report: undefined });
        }}
      />
      <ConnectionSteps
        form={form}
        keyProject={draft.key?.projectId}
        account={draft.key?.clientEmail ?? ''}
      />
      <SaveStep
        gaps={gaps}
        saving={saving}
        failure={failure}
        words={strings.draft.save}
        onSave={save}
        onBlocked={press}
      >
        <StartOver onForget={clear} />
      </SaveStep>
    </Screen>
  );
}
