const paths = {
  good: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 2 15 14H1ZM8 6.5v3.5M8 12v.5',
  bad: 'M4 4l8 8M12 4l-8 8',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.4 8.6 8 9 8 10M8 12.2v.4',
  skipped: 'M3 8h10',
  waiting: 'M8 4v4l2.5 2.5M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13Z',
  down: 'M3.5 6 8 10.5 12.5 6',
  paused: 'M5.5 3.5v9M10.5 3.5v9',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word that says the same; never alone. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
