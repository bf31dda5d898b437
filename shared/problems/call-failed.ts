import { TraceableDefect } from './traceable-defect.ts';

/** Google did not do what was asked of it. */
export class CallFailed extends TraceableDefect {
  override readonly name = 'CallFailed';

  /** `status` is Google's word for it, as UNAVAILABLE. */
  constructor(operation: string, status: string) {
    super('Google did not do what was asked.', { operation, status });
  }
}
