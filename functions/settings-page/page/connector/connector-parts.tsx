import { useMayEdit } from '../in-page.ts';
import type { Changes } from './change/use-changes.ts';
import { History } from './history/history.tsx';
import { KeyCard } from './key-card.tsx';
import { LatestReport } from './latest-report.tsx';
import { StopUsing } from './stop-using.tsx';
import type { Shown } from './use-connector.ts';
import { WhatChanged } from './what-changed.tsx';
import { WhatItDoes } from './what-it-does.tsx';

export interface ConnectorPartsProps {
  connector: Shown;
  put: (connector: Shown) => void;
  changes: Changes;
  onRollBack: () => void;
  onDelete: () => void;
}

/** All that is known of a connector, once all of it is: what comes later would push away what is read already. */
export function ConnectorParts(props: ConnectorPartsProps) {
  const { connector, put, changes, onRollBack, onDelete } = props;
  const mayEdit = useMayEdit();
  return (
    <>
      <WhatChanged connector={connector} />
      <div class="pair">
        <WhatItDoes connector={connector} />
        <KeyCard connector={connector} onRollBack={onRollBack} />
      </div>
      <LatestReport
        connector={connector}
        onChecked={(latestReport) => put({ ...connector, latestReport })}
      />
      <History connector={connector} />
      {mayEdit && <StopUsing connector={connector} changes={changes} onDelete={onDelete} />}
    </>
  );
}
