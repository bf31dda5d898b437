import { strings } from '../../strings.ts';

const rows = [14, 22, 11, 18, 16, 20];

/** The list's place until it is there, of the same size. */
export function SkeletonRows() {
  return (
    <div class="connectors" role="status">
      <span class="visually-hidden">{strings.list.loading}</span>
      <div class="connector-heads" aria-hidden="true" />
      <div aria-hidden="true">
        {rows.map((width) => (
          <div class="connector" key={width}>
            <span class="skeleton" style={{ width: `${String(width)}ch` }} />
          </div>
        ))}
      </div>
    </div>
  );
}
