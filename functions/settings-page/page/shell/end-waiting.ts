/** The line below the bar stops: what is told now comes of nothing that is still under way. */
export function endWaiting(): void {
  document.querySelector('.bar-waiting')?.classList.remove('bar-waiting');
}
