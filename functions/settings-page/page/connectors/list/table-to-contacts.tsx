/** A table, plugged in to the people in it. A decoration: the words beside it say the same. */
export function TableToContacts() {
  return (
    <svg class="drawing" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      <g class="drawing-card">
        <rect x="10" y="24" width="92" height="102" rx="10" />
        <rect x="154" y="12" width="76" height="36" rx="10" />
        <rect x="154" y="57" width="76" height="36" rx="10" />
        <rect x="154" y="102" width="76" height="36" rx="10" />
      </g>
      <path class="drawing-head" d="M10 44V34a10 10 0 0 1 10-10h72a10 10 0 0 1 10 10v10Z" />
      <g class="drawing-line">
        <path d="M10 64h92M10 84h92M10 104h92M42 44v82" />
      </g>
      <g class="drawing-cell">
        <path d="M18 54h14M18 74h10M18 94h15M18 114h11" />
        <path class="drawing-key" d="M50 54h42M50 74h34M50 94h40M50 114h30" />
      </g>
      <g class="drawing-wire">
        <path d="M110 75h14M132 75c14 0 6-45 18-45M132 75h18M132 75c14 0 6 45 18 45" />
      </g>
      <circle class="drawing-plug" cx="128" cy="75" r="6" />
      <g class="drawing-face">
        <circle cx="171" cy="27" r="4.5" />
        <path d="M163 39a8 8 0 0 1 16 0" />
        <circle cx="171" cy="72" r="4.5" />
        <path d="M163 84a8 8 0 0 1 16 0" />
        <circle cx="171" cy="117" r="4.5" />
        <path d="M163 129a8 8 0 0 1 16 0" />
      </g>
      <g class="drawing-cell">
        <path d="M188 26h30M188 35h20M188 71h26M188 80h32M188 116h32M188 125h16" />
      </g>
    </svg>
  );
}
