import { useEffect, useId, useRef } from 'preact/hooks';
import { CallFailed } from '../api/call-failed.ts';
import { strings } from '../strings.ts';

const mostCharacters = 100;

/** What is wrong with a name before anybody is asked; that it is taken, only the service knows. */
export function nameFault(name: string): string | undefined {
  const length = Array.from(name.normalize('NFC').replace(/^ +| +$/g, '')).length;
  const words = strings.nameField;
  if (length === 0) return words.missing;
  return length > mostCharacters ? words.tooLong(length - mostCharacters) : undefined;
}

/** What the service says about the name; undefined where it speaks of something else. */
export function faultOfName(failure: unknown): string | undefined {
  if (!(failure instanceof CallFailed)) return undefined;
  if (failure.code === 'connector-name-taken') return failure.problem?.detail;
  const about = failure.problem?.errors?.find(({ pointer }) => pointer === '/name');
  return about && `It ${about.detail}.`;
}

export function NameField({
  label,
  value,
  fault,
  onInput,
}: {
  label: string;
  value: string;
  fault: string | undefined;
  onInput: (value: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fault !== undefined) field.current?.focus();
  }, [fault]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="input"
        type="text"
        autocomplete="off"
        required
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
      />
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
