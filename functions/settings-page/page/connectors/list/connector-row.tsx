import type { Connector } from '../../api/client.ts';
import { useInPage } from '../../in-page.ts';
import { columnPath, contactKeyInWords, usesInWords } from '../../parts/connection-in-words.ts';
import { HealthBadge } from '../../parts/health-badge.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Moment, Since } from '../../parts/moment.tsx';
import { strings } from '../../strings.ts';

export function ConnectorRow({ connector }: { connector: Connector }) {
  const { base } = useInPage();
  const { connectorId, name, connection, health, paused } = connector;
  const { heads, failing } = strings.list;
  const suspicious = health.failingSince !== undefined && health.state !== 'broken' && !paused;
  return (
    <div class="connector" role="listitem">
      <p class="connector-name">
        <a href={`${base}/connectors/${connectorId}`}>
          <bdi>{name}</bdi>
        </a>
        <span class="hint">{usesInWords(connection)}</span>
      </p>
      <p class="connector-health">
        <span class="visually-hidden">{heads.health}: </span>
        <HealthBadge state={health.state} paused={paused} />
        {!paused && (
          <span class="hint">
            <Since at={health.since} />
          </span>
        )}
      </p>
      <p class="connector-field">
        <ContactField connection={connection} />
      </p>
      <p class="connector-checked hint">
        <span class="connector-label">{heads.checked}: </span>
        <Moment at={health.checkedAt} />
        {suspicious && <span class="connector-failing">{failing}</span>}
      </p>
    </div>
  );
}

function ContactField({ connection }: Pick<Connector, 'connection'>) {
  const { uniqueContactField: field, exportDataset } = connection;
  const { heads, matchedWith, exportsTo } = strings.list;
  if (field) {
    return (
      <>
        <span class="visually-hidden">{heads.field}: </span>
        <code>
          <bdi>{columnPath(field)}</bdi>
        </code>{' '}
        <span class="connector-key hint">
          <Icon name="arrow" />
          <span class="visually-hidden">{matchedWith} </span>
          {contactKeyInWords(field)}
        </span>
      </>
    );
  }
  return exportDataset ? (
    <>
      <span class="hint">{exportsTo} </span>
      <code>
        <bdi>{exportDataset.dataset}</bdi>
      </code>
    </>
  ) : null;
}
