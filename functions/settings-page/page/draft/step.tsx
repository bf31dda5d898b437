import type { ComponentChildren } from 'preact';

/** One step of the form: what it is and why beside what there is to do. */
export function Step({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="card step" aria-labelledby={`step-${id}`}>
      <div class="step-about">
        <h2 id={`step-${id}`} class="step-title" tabIndex={-1}>
          {title}
        </h2>
        {hint !== undefined && <p class="hint">{hint}</p>}
      </div>
      <div class="step-body">{children}</div>
    </section>
  );
}

/** What is wrong with one control, at the control. */
export function Fault({ id, words }: { id: string; words: string | undefined }) {
  return words === undefined ? null : (
    <p class="fault" id={id}>
      {words}
    </p>
  );
}
