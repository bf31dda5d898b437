/** So many keys, and so many names, are looked up of one connector. */
export const mostBelongings = 100;
