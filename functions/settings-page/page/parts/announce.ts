/**
 * Says something to who listens to the page rather than looks at it (WCAG 4.1.3). The region is in the HTML from the
 * start; the same words said again are said again.
 */
export function announce(words: string): void {
  const region = document.querySelector('#live');
  if (!region) return;
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
