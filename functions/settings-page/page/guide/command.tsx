import { CopyButton } from '../parts/copy-button.tsx';

/** Lines to be copied, and what they do for who listens. */
export function Command({ text, what }: { text: string; what: string }) {
  return (
    <div class="command">
      <pre class="code" tabIndex={0} aria-label={what}>
        {text}
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
