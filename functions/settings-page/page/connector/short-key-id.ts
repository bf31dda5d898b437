const shown = 8;

/** As much of a key's id as tells it from others: nobody compares forty digits. */
export const shortKeyId = (id: string): string =>
  id.length > shown ? `${id.slice(0, shown)}…` : id;

/** The same of every key id in a sentence. */
export const shortKeyIds = (words: string): string =>
  words.replaceAll(/\b[0-9a-f]{40}\b/g, (id) => shortKeyId(id));
