const grouped = new Intl.NumberFormat('en');

/** A number as people read it: `20,000`. */
export function told(number: number): string {
  return grouped.format(number);
}
