import { nearestPlace } from './nearest-place.ts';

/**
 * What is pressed may go away for it: the last *Show more*, a *Try again* that helped, a link whose screen is replaced.
 * The browser then puts the focus on nothing, and who goes by keyboard begins at the top of the page. Instead it goes to
 * what is nearest, unless something has taken it by the time the page has settled.
 */
export function keepFocus(): () => void {
  let last: Element | undefined;
  /** Where it is: a range stays in its place whatever is removed around it. */
  const place = document.createRange();
  let waiting = false;
  const isLost = () => last?.isConnected === false && isNowhere();

  const note = ({ target }: Event) => {
    if (!(target instanceof Element) || target === document.body) return;
    last = target;
    place.setStartBefore(target);
    place.collapse(true);
  };
  /** Who presses beside everything wants to be nowhere. */
  const left = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget) return;
    setTimeout(() => {
      if (target === last && last.isConnected && isNowhere()) last = undefined;
    });
  };
  const settle = () => {
    waiting = false;
    if (!last || !isLost()) return;
    nearestPlace(last, place)?.focus({ preventScroll: true });
  };
  const removals = new MutationObserver(() => {
    if (waiting || !isLost()) return;
    waiting = true;
    requestAnimationFrame(() => requestAnimationFrame(settle));
  });
  document.addEventListener('focusin', note);
  document.addEventListener('focusout', left);
  removals.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', note);
    document.removeEventListener('focusout', left);
    removals.disconnect();
  };
}

function isNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}
