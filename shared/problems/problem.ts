import type { ProblemCode } from './catalogue.ts';

/** A refusal that the caller can act on. Anything else that is thrown is a defect. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** Members of the problem document beside those of RFC 9457. Never anything secret. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Becomes the Retry-After header. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.extensions = options.extensions ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

interface ProblemOptions {
  cause?: unknown;
  extensions?: Record<string, unknown>;
  retryAfterSeconds?: number;
}
