import { useState } from 'preact/hooks';
import { strings } from '../strings.ts';
import { announce } from './announce.ts';
import { Button } from './button.tsx';

/** Puts a text on the clipboard, and says so where it was pressed and to who listens. */
export function CopyButton({
  text,
  what,
  children,
}: {
  text: string;
  what: string;
  children?: string;
}) {
  const [copied, setCopied] = useState<boolean>();
  const words = strings.copy;
  return (
    <Button
      small
      label={nameOf(copied, what)}
      onPress={async () => {
        const done = await put(text).then(
          () => true,
          () => false,
        );
        setCopied(done);
        announce(done ? words.done(what) : words.failed);
        setTimeout(() => {
          setCopied(undefined);
        }, 4_000);
      }}
    >
      {copied === undefined ? (children ?? words.copy) : copied ? words.copied : words.failedShort}
    </Button>
  );
}

/** Some browsers have no clipboard for this page at all: that is refused like any other. */
const put = async (text: string) => navigator.clipboard.writeText(text);

/** What is written on it stands in its name as well (WCAG 2.5.3). */
function nameOf(copied: boolean | undefined, what: string): string {
  const words = strings.copy;
  if (copied === undefined) return words.label(what);
  return copied ? words.done(what) : `${words.failedShort}: ${what}`;
}
