/** A change that waits for the end of its transaction; its values were taken when it was asked for. */
export type Write = () => unknown;
