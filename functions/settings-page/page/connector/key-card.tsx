import { KeyFactsList } from '../draft/key/key-facts.tsx';
import { useInPage, useMayEdit } from '../in-page.ts';
import { Button } from '../parts/button.tsx';
import { Day } from '../parts/moment.tsx';
import { strings } from '../strings.ts';
import { OldKey } from './old-key.tsx';
import { shortKeyId } from './short-key-id.ts';
import type { Shown } from './use-connector.ts';

/** Which key is in use, and what is left of the one before. */
export function KeyCard({ connector, onRollBack }: { connector: Shown; onRollBack: () => void }) {
  const { base } = useInPage();
  const mayEdit = useMayEdit();
  const { connectorId, key, previous, retiredKey } = connector;
  const words = strings.connector.key;
  return (
    <section class="card stack" aria-labelledby="key">
      <h2 id="key">{words.title}</h2>
      <KeyFactsList {...key} />
      {mayEdit && (
        <p class="card-foot">
          <a class="button button-small" href={`${base}/connectors/${connectorId}/key`}>
            {words.replace}
          </a>
        </p>
      )}
      {retiredKey && <OldKey retired={retiredKey} />}
      {previous && (
        <div class="stack-small card-part">
          <h3>{words.previous}</h3>
          <p>
            {words.previousLead(shortKeyId(previous.key.privateKeyId))} <Day at={previous.until} />.{' '}
            {mayEdit && words.previousWhy}
          </p>
          {mayEdit && (
            <p>
              <Button small onPress={onRollBack}>
                {words.rollBack}
              </Button>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
