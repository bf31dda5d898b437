/** What surrounds one validation: whether somebody still waits, the stream to tell, and the operators' log. */
export interface Work {
  signal: AbortSignal;
  tell: (event: string, data: unknown) => void;
  note: (
    event: string,
    facts: Record<string, string | number | boolean>,
    severity?: 'INFO' | 'WARNING' | 'ERROR',
  ) => void;
}
