import { useLocation } from 'preact-iso/router';
import { useInPage, useMayEdit } from '../../in-page.ts';
import { strings } from '../../strings.ts';
import { TableToContacts } from './table-to-contacts.tsx';

/** The first thing that anybody sees here: what this is for, and the way in. */
export function NothingConnected() {
  const { base } = useInPage();
  const { path } = useLocation();
  const mayEdit = useMayEdit();
  const words = strings.list.empty;
  const deleted = (
    <a class="hint" href={`${path}?show=deleted`}>
      {strings.list.deleted}
    </a>
  );
  if (!mayEdit) {
    return (
      <section class="card first">
        <TableToContacts />
        <p>{words.viewer}</p>
        {deleted}
      </section>
    );
  }
  return (
    <section class="card first">
      <TableToContacts />
      <div class="stack">
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
        <ol class="first-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div class="row">
          <a class="button button-main" href={`${base}/connectors/new`}>
            {strings.screens.new.title}
          </a>
          <a class="button button-plain" href={`${base}/guide`}>
            {words.guide}
          </a>
        </div>
        {deleted}
      </div>
    </section>
  );
}
