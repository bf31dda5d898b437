import type { Answer } from '../../shared/ports/answer.ts';
import type { Identity } from '../../shared/ports/identity.ts';

export type Published = Answer<Record<string, string>>;

export interface WatchedCertificates {
  identity: Identity;
  /** What Google answered of an account while this check asked. */
  seen: (clientEmail: string) => Published | undefined;
}

/** Remembers which keys Google lists, so that whoever wants to know another key of the same account need not ask. */
export function watchCertificates(identity: Identity): WatchedCertificates {
  const answers = new Map<string, Published>();
  return {
    identity: {
      signIn: async (...asked) => identity.signIn(...asked),
      async certificates(clientEmail, signal) {
        const answer = await identity.certificates(clientEmail, signal);
        answers.set(clientEmail, answer);
        return answer;
      },
    },
    seen: (clientEmail) => answers.get(clientEmail),
  };
}
