import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** A question that has to be answered first; Escape and the backdrop are a no. */
export function Dialog({
  title,
  children,
  onClose,
}: {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const begunOutside = useRef(false);
  useEffect(() => {
    const opened = dialog.current;
    const opener = document.activeElement;
    opened?.showModal();
    return () => {
      opened?.close();
      // It is out of the page already, and gives the focus back to nobody.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        begunOutside.current = isOutside(event);
      }}
      onClick={(event) => {
        if (begunOutside.current && isOutside(event)) onClose();
      }}
    >
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      <div class="visually-hidden" role="status" />
    </dialog>
  );
}

/**
 * On the backdrop, which is the dialog's own as its padding is. A press that selects text and ends out there began inside,
 * and one of a key has no place at all.
 */
function isOutside({ target, currentTarget, clientX, clientY }: MouseEvent): boolean {
  if (!(currentTarget instanceof HTMLElement) || target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
