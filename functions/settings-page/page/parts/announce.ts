/**
 * Says something to who listens to the page rather than looks at it (WCAG 4.1.3). The region is in the HTML from the
 * start; the same words said again are said again. Behind an open dialog nothing speaks, so each has a region of its
 * own; one that is about to close takes nothing along that is said in the same moment.
 */
export function announce(words: string): void {
  if (document.querySelector('dialog[open]'))
    setTimeout(() => {
      say(words);
    });
  else say(words);
}

function say(words: string): void {
  const region =
    document.querySelector('dialog[open] > [role=status]') ?? document.querySelector('#live');
  if (!region) return;
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
