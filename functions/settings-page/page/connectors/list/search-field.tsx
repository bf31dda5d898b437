import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { strings } from '../../strings.ts';

const quietMs = 250;

/** Searches as one types, once the typing pauses. The text is here alone: a key that is pressed draws nothing else. */
export function SearchField({
  query,
  onSearch,
}: {
  query: string;
  onSearch: (query: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState(query);
  const sent = useRef(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = (wanted: string) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    sent.current = wanted;
    if (wanted !== query) onSearch(wanted);
  };
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    // Somebody else changed it: a link, the back button, "clear the search".
    if (query === sent.current) return;
    clearTimeout(timer.current);
    sent.current = query;
    setText(query);
  }, [query]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(text.trim());
      }}
    >
      <label class="visually-hidden" for={id}>
        {strings.list.search}
      </label>
      <Icon name="search" />
      <input
        id={id}
        class="input"
        type="search"
        placeholder={strings.list.search}
        maxLength={100}
        autoComplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          const { value } = currentTarget;
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            latest.current(value.trim());
          }, quietMs);
        }}
      />
    </form>
  );
}
