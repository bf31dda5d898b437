/** Why somebody is not signed in, as far as the page can tell: the names of its sentences. */
export type SignInFailure = 'denied' | 'refused' | 'strange' | 'unanswered';

export class SignInFailed extends Error {
  readonly why: SignInFailure;

  constructor(why: SignInFailure, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}
