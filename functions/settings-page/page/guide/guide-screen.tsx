import { Screen } from '../parts/screen.tsx';
import { strings } from '../strings.ts';

export function GuideScreen() {
  const { title, lead } = strings.screens.guide;
  return <Screen title={title} lead={lead} />;
}
