const reached = 'a[href], button, input, select, textarea, summary, [tabindex]';
const heads = 'h1, h2, h3';

/**
 * Where the focus goes that was on something which is gone: to what Tab reaches next in the nearest thing around it that is
 * still there, else to what stands last before it there, be it a heading. After a whole screen or a dialog it is the
 * screen's heading: what stands next to a dialog has nothing to do with it.
 */
export function nearestPlace(gone: Element, place: Range): HTMLElement | undefined {
  const { startContainer } = place;
  const around = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const room = around?.closest('dialog[open], main');
  const ofDialog = gone.closest('dialog')?.isConnected === false;
  const found = room && !ofDialog ? within(around, room, place) : undefined;
  return found ?? focusable(document.querySelector('h1'));
}

function within(around: Element | null, room: Element, place: Range): HTMLElement | undefined {
  for (let part = around; part && room.contains(part); part = part.parentElement) {
    const places = [...part.querySelectorAll<HTMLElement>(`${reached}, ${heads}`)];
    const next = places.find((each) => place.comparePoint(each, 0) > 0 && isReached(each));
    const nearest = next ?? places.findLast((each) => isBefore(each, place));
    if (nearest) return focusable(nearest);
  }
  return undefined;
}

const isReached = (element: HTMLElement) =>
  element.tabIndex >= 0 && !element.matches(':disabled') && isShown(element);

/** A heading is reached by nobody, and is said where one is. */
const isBefore = (element: HTMLElement, place: Range) =>
  place.comparePoint(element, 0) < 0 &&
  (isReached(element) || (element.matches(heads) && isShown(element)));

const isShown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });

function focusable(element: HTMLElement | null): HTMLElement | undefined {
  if (element && element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  return element ?? undefined;
}
