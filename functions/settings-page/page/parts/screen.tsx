import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';

export interface ScreenProps {
  title: string;
  lead?: string;
  /** What stands beside the heading: the screen's main thing to do. */
  action?: ComponentChildren;
  /** Something is wrong with what was entered: the tab's title says so (GOV.UK Design System, Error summary). */
  faulty?: boolean;
  /** What has to be seen before anything else: a summary of errors stands above the heading. */
  above?: ComponentChildren;
  children?: ComponentChildren;
}

/** Of the screen that has just gone. What comes in its place, itself perhaps, once it has been read, is focused as it was. */
const gone = { focused: false };

/** One screen: its heading, which takes the focus when one arrives by a link, and the title of the tab. */
export function Screen({ title, lead, action, faulty, above, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${faulty === true ? `${strings.errorTitle} ` : ''}${strings.title(title)}`;
  }, [title, faulty]);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (gone.focused) heading.current?.focus({ preventScroll: true });
    gone.focused = false;
    return () => {
      gone.focused = heading.current === document.activeElement;
    };
  }, []);
  return (
    <main class="page" id="main">
      {above}
      <div class="stack-small">
        <div class="heading">
          <h1 tabIndex={-1} ref={heading}>
            <bdi>{title}</bdi>
          </h1>
          {action}
        </div>
        {lead !== undefined && lead !== '' && <p class="lead">{lead}</p>}
      </div>
      {children}
    </main>
  );
}
