import { Component } from 'preact';
import type { Connector } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { ConnectorRow } from './connector-row.tsx';

/**
 * A list and not a table: a page of it that is far from the eye is left out of layout and paint (`content-visibility`,
 * which parts of a table do not know), so that ten thousand rows scroll as fifty do; and on a phone each row is a card.
 * Pages stand between the list and its items, where `<ul>` allows nothing but items: hence the roles.
 */
export function ConnectorList({ pages, busy }: { pages: Connector[][]; busy: boolean }) {
  const { heads, label } = strings.list;
  return (
    <div class={busy ? 'connectors connectors-busy' : 'connectors'}>
      <div class="connector-heads" aria-hidden="true">
        <span>{heads.name}</span>
        <span>{heads.health}</span>
        <span>{heads.field}</span>
        <span>{heads.checked}</span>
      </div>
      <div role="list" aria-label={label} aria-busy={busy}>
        {pages.map((page) => (
          <Page key={page[0]?.connectorId} page={page} />
        ))}
      </div>
    </div>
  );
}

/** Pages that were read stay as they are: a page more does not draw those before it again. */
class Page extends Component<{ page: Connector[] }> {
  override shouldComponentUpdate({ page }: { page: Connector[] }): boolean {
    return page !== this.props.page;
  }

  override render({ page }: { page: Connector[] }) {
    return (
      <div class="connectors-page" style={{ '--rows': page.length }}>
        {page.map((connector) => (
          <ConnectorRow key={connector.connectorId} connector={connector} />
        ))}
      </div>
    );
  }
}
