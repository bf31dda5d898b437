import type { ComponentChildren } from 'preact';
import { strings } from '../strings.ts';
import { fieldOf, type Subject } from './asked.ts';
import { emptyField, type FieldDraft } from './draft.ts';
import { ContactKeyChoice } from './field/contact-key.tsx';
import { guessContactKey } from './field/guess-contact-key.ts';
import { ProjectInput } from './field/project-input.tsx';
import { useBrowse } from './field/use-browse.ts';
import type { Place } from './missing.ts';
import { Picker } from './pick/picker.tsx';
import { Step } from './step.tsx';

export interface FieldStepProps {
  field: FieldDraft;
  subject: Subject;
  keyProject: string;
  faultAt: (place: Place) => string | undefined;
  onField: (field: FieldDraft) => void;
  /** What became of what is chosen. */
  outcome: ComponentChildren;
}

export function FieldStepFrame({ children }: { children: ComponentChildren }) {
  const words = strings.draft.field;
  return (
    <Step id="field-step" title={words.title} hint={words.hint}>
      {children}
    </Step>
  );
}

/** Dataset, table, column: each is offered once the one before it is chosen, and forgotten when that changes; not when it is chosen once more. */
export function FieldStep({
  field,
  subject,
  keyProject,
  faultAt,
  onField,
  outcome,
}: FieldStepProps) {
  const words = strings.draft.field;
  const { project, dataset, table, column } = field;
  const { datasets, tables, columns } = useBrowse(subject, project);
  return (
    <>
      <ProjectInput
        id="project"
        summary={words.elsewhere}
        label={words.project}
        hint={words.projectHint(keyProject)}
        value={project}
        fault={faultAt('project')}
        onValue={(changed) => {
          onField({ ...emptyField, project: changed });
        }}
      />
      <Picker
        of={`datasets of ${project}`}
        id="dataset"
        label={words.dataset}
        hint={words.datasetHint}
        value={dataset}
        fault={faultAt('dataset')}
        ask={datasets}
        onChoose={(chosen) => {
          if (chosen !== dataset) onField({ ...emptyField, project, dataset: chosen });
        }}
      />
      <Picker
        of={`tables of ${project} ${dataset}`}
        id="table"
        label={words.table}
        value={table}
        fault={faultAt('table')}
        notYet={dataset === '' ? words.datasetFirst : undefined}
        ask={tables(dataset)}
        onChoose={(chosen) => {
          if (chosen !== table) onField({ ...emptyField, project, dataset, table: chosen });
        }}
      />
      <Picker
        of={`columns of ${project} ${dataset} ${table}`}
        id="column"
        label={words.column}
        value={column}
        fault={faultAt('column')}
        notYet={table === '' ? words.tableFirst : undefined}
        ask={columns(dataset, table)}
        onChoose={(chosen, item) => {
          const contactKeys = item?.contactKeys;
          if (chosen === column) {
            if (!field.contactKeys) onField({ ...field, contactKeys });
            return;
          }
          const contactKey = guessContactKey(chosen, contactKeys);
          onField({
            ...emptyField,
            ...{ project, dataset, table, column: chosen, contactKeys, contactKey },
          });
        }}
      />
      {column !== '' && (
        <ContactKeyChoice
          field={field}
          fault={faultAt('contact-key')}
          idFault={faultAt('field-id')}
          onField={onField}
        />
      )}
      {fieldOf(field) && outcome}
    </>
  );
}
