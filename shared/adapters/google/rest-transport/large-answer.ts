/** What is longer is no small talk. In characters. */
const large = 64 * 1024;

/**
 * The body of a large answer: Google's client would read it and copy it twice, with all that is in it, but hands on as it
 * is what is no plain object.
 */
export class LargeAnswer {
  /** Of JSON; undefined where it was larger than we take. */
  readonly text: string | undefined;
  constructor(text: string | undefined) {
    this.text = text;
  }
}

export const isLarge = (text: string): boolean => text.length > large;
