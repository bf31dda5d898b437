import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';

export function ConnectorScreen() {
  const { title, lead } = strings.screens.connector;
  return <Screen title={title} lead={lead} />;
}
