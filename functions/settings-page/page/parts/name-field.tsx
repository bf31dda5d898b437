import { useEffect, useId, useRef } from 'preact/hooks';
import { CallFailed } from '../api/call-failed.ts';

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
