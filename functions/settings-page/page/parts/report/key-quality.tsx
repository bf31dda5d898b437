import type { Check } from '../../api/client.ts';
import { strings } from '../../strings.ts';

type Part = 'unique' | 'duplicates' | 'malformed' | 'empty';

const parts: Part[] = ['unique', 'duplicates', 'malformed', 'empty'];
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** How many rows hold a key that can be used: a bar, and beside it the same in words. */
export function KeyQuality({ evidence }: { evidence: Check['evidence'] | undefined }) {
  const words = strings.report.quality;
  const counts = countsIn(evidence);
  const rows = parts.reduce((sum, part) => sum + (counts?.[part] ?? 0), 0);
  const share = (part: Part) => (counts && rows > 0 ? counts[part] / rows : 0);
  const told = (part: Part) =>
    counts ? words.share(words[part], counts[part], percent.format(share(part))) : words[part];
  return (
    <figure class="quality">
      <div class="quality-bar" aria-hidden="true">
        {parts.map((part) => (
          <span
            key={part}
            class={`quality-part quality-${part}`}
            style={{ flexGrow: share(part) }}
          />
        ))}
      </div>
      <figcaption class="visually-hidden">{words.label(words.rows(rows))}</figcaption>
      <ul class="quality-key">
        {parts.map((part) => (
          <li key={part}>
            <span class={`quality-swatch quality-${part}`} aria-hidden="true" />
            {told(part)}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** The counts of D5 as parts of a whole; undefined where nothing was counted. */
function countsIn(evidence: Check['evidence'] | undefined = {}): Record<Part, number> | undefined {
  const number = (name: string) => Number(evidence[name] ?? 0);
  const duplicates = number('duplicatesNormalized');
  const counts = {
    unique: number('usable') - duplicates,
    duplicates,
    malformed: number('malformed'),
    empty: number('nulls') + number('blanks'),
  };
  return parts.some((part) => counts[part] > 0) ? counts : undefined;
}

export const wasCounted = (evidence: Check['evidence'] | undefined): boolean =>
  countsIn(evidence) !== undefined;
