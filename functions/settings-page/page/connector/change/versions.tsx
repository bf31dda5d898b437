import { shortKeyIds } from '../short-key-id.ts';
import type { differences } from './in-words.ts';

/** Two versions of a connector, in what they differ: one below the other, so that long names have room on a phone. */
export function Versions({
  heads: [one, other],
  rows,
}: {
  heads: [mine: string, theirs: string];
  rows: ReturnType<typeof differences>;
}) {
  return (
    <ul class="differences">
      {rows.map(({ what, mine, theirs }) => (
        <li key={what}>
          <p class="difference">{what}</p>
          <dl class="facts">
            <dt>{one}</dt>
            <dd>
              <bdi>{shortKeyIds(mine)}</bdi>
            </dd>
            <dt>{other}</dt>
            <dd>
              <bdi>{shortKeyIds(theirs)}</bdi>
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
