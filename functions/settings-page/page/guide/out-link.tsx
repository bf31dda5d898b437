import type { ComponentChildren } from 'preact';
import { strings } from '../strings.ts';

/** Leads out of the page: in a new tab, which learns nothing of where it was opened from. */
export function OutLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="visually-hidden"> {strings.guide.newTab}</span>
    </a>
  );
}
