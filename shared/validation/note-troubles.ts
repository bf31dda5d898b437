import type { Note } from '../ports/note.ts';
import { defectTraits } from '../problems/defect-traits.ts';
import type { Check } from '../schemas/report.ts';

/**
 * What the operators have to mend themselves: a clock, a request that Google did not accept, an answer that the catalogue
 * lacks. By its fingerprint the same kind of answer is found again; nothing of the customer's stands in it.
 */
export function noteTroubles(note: Note, of: Record<string, string>, checks: Check[]): void {
  for (const { id: check, cause, evidence = {} } of checks) {
    const { googleCode = '', httpStatus = '', fingerprint, skewSeconds } = evidence;
    const facts = { ...of, check };
    if (cause === 'clock') {
      const skew = typeof skewSeconds === 'number' ? { skewSeconds } : {};
      note('clock-wrong', { ...facts, ...skew }, 'ERROR');
    } else if (typeof fingerprint === 'string') {
      const answer = {
        googleCode: String(googleCode),
        httpStatus: String(httpStatus),
        fingerprint,
      };
      const [event, severity] =
        cause === 'our-request'
          ? (['request-refused', 'ERROR'] as const)
          : (['unknown-answer', 'WARNING'] as const);
      note(event, { ...facts, ...answer }, severity);
    }
  }
}

/** By its stack alone: a message may quote what Google said. */
export function noteDefect(note: Note, of: Record<string, string>, error: unknown): void {
  note('check-defect', { ...of, ...defectTraits(error) }, 'ERROR');
}
