/** What the reader of the message can mend: it is printed as it is, without a stack. */
export class BadInput extends Error {}
