/**
 * What somebody mistyped or made up: one to four words, as in `pageSize`, `page_size`, `page-size`. A line of a key that was
 * sent in a name's place is none: it mixes capitals and digits, or is longer.
 */
const plainName = /^[A-Za-z][a-z]{0,15}(?:(?:[-_.][A-Za-z]|[A-Z])[a-z]{0,15}){0,3}\d{0,2}$/;
const longest = 40;

/** Where an unknown member or parameter is: named only if its name is plainly one, since it may be a secret. */
export const unknownPlace = (name: string): string[] =>
  name.length <= longest && plainName.test(name) ? [name] : [];
