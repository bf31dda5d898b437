import { Moment } from '../parts/moment.tsx';
import { strings } from '../strings.ts';
import type { Shown } from './use-connector.ts';

/** What is not any more as it was when the connector was saved; nothing where nothing is. */
export function WhatChanged({ connector: { drift = [] } }: { connector: Shown }) {
  const words = strings.connector.changed;
  if (drift.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="changed">
      <h2 id="changed">{words.title}</h2>
      <ul class="points">
        {drift.map(({ aspect, detail, since, remedyText }) => (
          <li key={`${aspect} ${detail}`}>
            <p>
              <bdi>{detail}</bdi>{' '}
              <span class="hint">
                {words.since} <Moment at={since} />.
              </span>
            </p>
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
