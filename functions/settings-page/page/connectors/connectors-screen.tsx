import { useInPage, useMayEdit } from '../in-page.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { HealthBadge } from '../parts/health-badge.tsx';
import { Screen } from '../parts/screen.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { strings } from '../strings.ts';

export function ConnectorsScreen() {
  const { api, base } = useInPage();
  const mayEdit = useMayEdit();
  const { value, failure, again } = useAsked(
    async (signal) => (await api.GET('/list-connectors', { signal })).data,
    [],
  );
  const { title, lead } = strings.screens.connectors;
  const connect = mayEdit && (
    <a class="button button-main" href={`${base}/connectors/new`}>
      {strings.screens.new.title}
    </a>
  );
  return (
    <Screen title={title} lead={lead} action={connect}>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      <ul>
        {value?.connectors.map(({ connectorId, name, health, paused }) => (
          <li key={connectorId}>
            <a href={`${base}/connectors/${connectorId}`}>
              <bdi>{name}</bdi>
            </a>{' '}
            <HealthBadge state={health.state} paused={paused} />
          </li>
        ))}
      </ul>
    </Screen>
  );
}
