import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What few people need, closed until it is opened, or something in it has to be seen. */
export function More({
  summary,
  used,
  faulty,
  children,
}: {
  summary: string;
  used: boolean;
  faulty: boolean;
  children: ComponentChildren;
}) {
  const [open, setOpen] = useState(used);
  useEffect(() => {
    if (faulty) setOpen(true);
  }, [faulty]);
  return (
    <details
      class="fold"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
