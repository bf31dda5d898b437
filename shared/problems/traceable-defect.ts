/**
 * A defect that tells the operator where to look. Its facts are words that this code knows or has checked: never a
 * foreign error, message or payload, because they are logged.
 */
export class TraceableDefect extends Error {
  override readonly name: string = 'TraceableDefect';
  readonly facts: Readonly<Record<string, string>>;

  constructor(message: string, facts: Record<string, string>) {
    super(message);
    this.facts = facts;
  }
}
