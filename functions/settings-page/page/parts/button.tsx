import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface ButtonProps {
  children: ComponentChildren;
  kind?: 'main' | 'danger' | 'plain';
  small?: boolean;
  /** Something of its own is under way; a second press does nothing, and focus stays. */
  busy?: boolean;
  /** Why it cannot be pressed now: it stays reachable, and the words with this id tell why. */
  blockedBy?: string | undefined;
  /** What a press does while it is blocked: takes the reader to what is missing. */
  onBlocked?: () => void;
  submit?: boolean;
  label?: string;
  id?: string;
  /** What it opens below itself is open. */
  expanded?: boolean;
  /** The id of words that belong to it. */
  describedBy?: string | undefined;
  onPress?: () => void | Promise<unknown>;
}

/** A button that does what it says once, however often it is pressed. */
export function Button(props: ButtonProps) {
  const { children, kind, small, busy, blockedBy, submit, label, onPress, onBlocked } = props;
  const { id, expanded, describedBy } = props;
  const running = useRef(false);
  const off = busy === true || blockedBy !== undefined;
  const press = async (event: Event) => {
    if (submit !== true) event.preventDefault();
    if (off || running.current) {
      event.preventDefault();
      if (blockedBy !== undefined) onBlocked?.();
      return;
    }
    running.current = true;
    try {
      await onPress?.();
    } finally {
      running.current = false;
    }
  };
  const classes = ['button', kind && `button-${kind}`, small && 'button-small'];
  return (
    <button
      type={submit === true ? 'submit' : 'button'}
      class={classes.filter(Boolean).join(' ')}
      aria-disabled={off}
      aria-busy={busy}
      id={id}
      aria-expanded={expanded}
      aria-describedby={blockedBy ?? describedBy}
      aria-label={label}
      onClick={press}
    >
      {children}
    </button>
  );
}
