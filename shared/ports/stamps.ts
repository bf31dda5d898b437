/** Time and new ids: all that may differ between two runs of a use case. */
export interface Stamps {
  now: () => Date;
  /** 128 random bits in Crockford's base 32, lower case: 26 characters. */
  newId: () => string;
}
