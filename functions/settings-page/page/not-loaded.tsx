import { Button } from './parts/button.tsx';
import { Screen } from './parts/screen.tsx';
import { strings } from './strings.ts';

/** A part of the page could not be fetched: no network, or the page is older than what is deployed. */
export function NotLoaded() {
  const { title, lead, reload } = strings.notLoaded;
  return (
    <Screen title={title} lead={lead}>
      <p>
        <Button kind="main" onPress={() => location.reload()}>
          {reload}
        </Button>
      </p>
    </Screen>
  );
}
