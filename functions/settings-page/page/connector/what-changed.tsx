import { Moment } from '../parts/moment.tsx';
import { strings } from '../strings.ts';
import type { Shown } from './use-connector.ts';

/** A difference to what was saved, as the service found it at a check. */
interface Difference {
  aspect: string;
  detail: string;
  since: string;
  remedyText?: string;
}

/** What is not any more as it was when the connector was saved; nothing where nothing is. */
export function WhatChanged({ connector }: { connector: Shown & { drift?: Difference[] } }) {
  const { drift = [] } = connector;
  const words = strings.connector.changed;
  if (drift.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="changed">
      <h2 id="changed">{words.title}</h2>
      <ul class="points">
        {drift.map(({ aspect, detail, since, remedyText }) => (
          <li key={aspect + detail}>
            <bdi>{detail}</bdi>{' '}
            <span class="hint">
              {words.since} <Moment at={since} />.
            </span>
            {remedyText !== undefined && (
              <p class="hint">
                <bdi>{remedyText}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
