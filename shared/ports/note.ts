/** One structured line of the operators' log: typed facts, never objects or foreign errors. */
export type Note = (
  event: string,
  facts: Record<string, string | number | boolean>,
  severity?: 'INFO' | 'WARNING' | 'ERROR',
) => void;
