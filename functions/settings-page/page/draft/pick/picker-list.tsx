import type * as combobox from '@zag-js/combobox';
import type { PropTypes } from '@zag-js/preact';
import { failureInWords } from '../../parts/failure-in-words.ts';
import { strings } from '../../strings.ts';
import type { Option } from './options.ts';
import type { Named, Names } from './use-names.ts';

type Api = combobox.Api<PropTypes, Option>;

/** The list itself, and outside of it, since a list holds options alone, what there is to say of it. */
export function PickerList({
  api,
  options,
  names,
  query,
}: {
  api: Api;
  options: Option[];
  names: Names<Named>;
  query: string;
}) {
  return (
    <div {...api.getPositionerProps()} class="picker-place">
      <div class="picker-pop" hidden={!api.open}>
        <ul
          {...api.getContentProps()}
          class="picker-list"
          hidden={!api.open || options.length === 0}
          aria-busy={names.waiting}
        >
          {options.map((option) => (
            <li
              key={option.value}
              {...(api.getItemProps({ item: option }) as object)}
              class="picker-option"
              aria-disabled={option.refused !== undefined}
              aria-selected={api.value.includes(option.value)}
            >
              <span class="picker-name">
                <bdi>{option.name}</bdi>
                {option.kind !== undefined && <span class="picker-kind">{option.kind}</span>}
              </span>
              {option.refused !== undefined && (
                <span class="picker-why">{strings.draft.pick.refused(option.refused)}</span>
              )}
              {option.about !== undefined && option.refused === undefined && (
                <span class="picker-why">{option.about}</span>
              )}
            </li>
          ))}
        </ul>
        <p class="picker-status" role="status">
          {api.open && status(names, query)}
        </p>
      </div>
    </div>
  );
}

function status({ waiting, failure, items, nextPageToken }: Names<Named>, query: string): string {
  const words = strings.draft.pick;
  if (waiting) return words.waiting;
  if (failure !== undefined) {
    const { title, detail } = failureInWords(failure);
    return `${title} ${detail}`;
  }
  if (items.length === 0) return query === '' ? words.none : words.noMatch(query);
  return words.found(items.length, nextPageToken !== undefined);
}
