/** A problem document (RFC 9457) as the functions send it. */
export interface Problem {
  code: string;
  title: string;
  status: number;
  detail: string;
  trace?: string;
  errors?: { pointer?: string; parameter?: string; detail: string }[];
}

/** A call that was refused, with the problem that says why; without one, the network did not carry it. */
export class CallFailed extends Error {
  readonly problem: Problem | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem | undefined, retryAfterSeconds?: number) {
    super(problem?.title ?? 'The network did not carry the call.');
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code(): string {
    return this.problem?.code ?? 'no-network';
  }

  static async of(response: Response): Promise<CallFailed> {
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    const body: unknown = await response.json().catch(() => undefined);
    const problem = isProblem(body)
      ? body
      : { code: 'no-answer', title: '', status: response.status, detail: '' };
    return new CallFailed(problem, Number.isFinite(wait) ? wait : undefined);
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
