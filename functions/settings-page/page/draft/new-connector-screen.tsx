import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';

export function NewConnectorScreen() {
  const { title, lead } = strings.screens.new;
  return <Screen title={title} lead={lead} />;
}
