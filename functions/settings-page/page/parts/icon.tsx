const paths = {
  good: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 2 15 14H1ZM8 6.5v3.5M8 12v.5',
  bad: 'M4 4l8 8M12 4l-8 8',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.4 8.6 8 9 8 10M8 12.2v.4',
  skipped: 'M3 8h10',
  waiting: 'M8 4v4l2.5 2.5M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13Z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9ZM10.5 10.5 14 14',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  down: 'M3.5 6 8 10.5 12.5 6',
  plus: 'M8 3v10M3 8h10',
  pen: 'M3 13l.8-3.2L10.5 3 13 5.5 6.2 12.2Z',
  key: 'M8.5 5.75a3 3 0 1 1-6 0a3 3 0 0 1 6 0ZM7.75 8l5.5 5.5M11 11.25 9.25 13',
  back: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
  play: 'M5 3.5v9l7-4.5Z',
  bin: 'M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.7 9h5.6l.7-9',
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
