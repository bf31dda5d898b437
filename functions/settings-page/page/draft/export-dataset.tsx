import { strings } from '../strings.ts';
import type { Subject } from './asked.ts';
import type { Draft } from './draft.ts';
import { ProjectInput } from './field/project-input.tsx';
import { useBrowse } from './field/use-browse.ts';
import type { Place } from './missing.ts';
import { Picker } from './pick/picker.tsx';

type Target = Draft['exportDataset'];

/** Where an export is written to. */
export function ExportDataset({
  target: { project, dataset },
  subject,
  keyProject,
  faultAt,
  onTarget,
}: {
  target: Target;
  subject: Subject;
  keyProject: string;
  faultAt: (place: Place) => string | undefined;
  onTarget: (target: Target) => void;
}) {
  const words = strings.draft.exportDataset;
  const { datasets } = useBrowse(subject, project);
  return (
    <>
      <Picker
        of={`datasets of ${project}`}
        id="export-dataset"
        label={words.label}
        hint={words.hint}
        value={dataset}
        fault={faultAt('export-dataset')}
        ask={datasets}
        onChoose={(chosen) => {
          if (chosen !== dataset) onTarget({ project, dataset: chosen });
        }}
      />
      <ProjectInput
        id="export-project"
        summary={words.elsewhere}
        label={words.project}
        hint={strings.draft.field.projectHint(keyProject)}
        value={project}
        fault={faultAt('export-project')}
        onValue={(changed) => {
          onTarget({ project: changed, dataset: '' });
        }}
      />
    </>
  );
}
