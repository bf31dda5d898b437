const grouped = new Intl.NumberFormat('en');

/** A number as people read it: `20,000`. */
export function told(number: number): string {
  return grouped.format(number);
}

/** A word of Google's or of a customer's as it may be shown: what cannot be seen, or deceives the eye, by its number. */
export function shown(text: string): string {
  return text
    .slice(0, 300)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
