/** How the reader came to what is shown: back, or on by a link. For as long as the page lives. */
export const move = { back: false };

/** It has to listen before the router does, which draws as soon as it is told. */
export function watchMoves(): void {
  addEventListener('popstate', () => {
    move.back = true;
  });
  addEventListener(
    'click',
    () => {
      move.back = false;
    },
    { capture: true },
  );
}
