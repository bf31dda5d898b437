import { strings } from '../strings.ts';
import { Advanced } from './advanced.tsx';
import { ExportDataset } from './export-dataset.tsx';
import { FieldOutcome } from './field/field-outcome.tsx';
import { FieldStep, FieldStepFrame } from './field-step.tsx';
import { PurposeStep } from './purpose-step.tsx';
import type { Form } from './use-form.ts';
import { useSteadyFocus } from './use-steady-focus.ts';
import { ValidateStep } from './validate-step.tsx';

export interface ConnectionStepsProps {
  form: Form;
  /** Of the key that is tried. */
  keyProject: string | undefined;
  account: string;
  /** The key is known to work, and the field is what one came for. */
  fieldFirst?: boolean;
}

/** From what it is for to the unique contact field: with every key, new or saved, the same. */
export function ConnectionSteps({
  form,
  keyProject = '',
  account,
  fieldFirst,
}: ConnectionStepsProps) {
  const { draft, update, choose, subject, validation, validate, notYet, faultAt } = form;
  const { purposes, exportDataset, field, report } = draft;
  const words = strings.draft;
  useSteadyFocus(validation.running, report);
  const exporting = purposes.includes('export');
  const offered = subject && (fieldFirst === true || report !== undefined);
  const fieldStep = purposes.includes('import') && (
    <FieldStepFrame key="field">
      {offered ? (
        <FieldStep
          field={field}
          subject={subject}
          keyProject={keyProject}
          faultAt={faultAt}
          onField={(changed) => {
            choose({ field: changed });
          }}
          outcome={<FieldOutcome report={form.current} validation={validation} />}
        />
      ) : (
        <p class="hint">{words.field.notYet}</p>
      )}
    </FieldStepFrame>
  );
  return (
    <>
      <PurposeStep
        purposes={purposes}
        fault={faultAt('purposes')}
        onPurposes={(chosen) => {
          update({ purposes: chosen });
        }}
      >
        {exporting && subject && (
          <ExportDataset
            target={exportDataset}
            subject={subject}
            keyProject={keyProject}
            faultAt={faultAt}
            onTarget={(target) => {
              choose({ exportDataset: target });
            }}
          />
        )}
        {exporting && !subject && <p class="hint">{words.exportDataset.notYet}</p>}
        <Advanced draft={draft} keyProject={keyProject} faultAt={faultAt} onChange={update} />
      </PurposeStep>
      {fieldFirst === true && fieldStep}
      <ValidateStep
        draft={draft}
        validation={validation}
        notYet={notYet}
        fault={faultAt('validate')}
        account={account}
        onValidate={validate}
      />
      {fieldFirst !== true && fieldStep}
    </>
  );
}
