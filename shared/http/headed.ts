import type { IncomingMessage } from 'node:http';

/** A request as far as its head goes. */
export type Headed = Pick<IncomingMessage, 'rawHeaders' | 'headers'>;

/** Of every header that was sent, in the order in which they came, in lower case. */
export function namesOf(rawHeaders: string[]): string[] {
  return rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
}
