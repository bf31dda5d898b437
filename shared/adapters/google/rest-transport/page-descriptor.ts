import { Readable } from 'node:stream';
import type { CallOptions } from './call-settings.ts';

type Request = Record<string, unknown>;
type Page = [resources: unknown[], next: Request | null, answer: Request];
/** One page a call, as `autoPaginate: false` gives it. */
type PagedCall = (request: Request, options: CallOptions) => Promise<Page>;

/** Which fields of a method's messages turn its pages. */
export class PageDescriptor {
  private readonly tokenOfRequest: string;
  private readonly tokenOfAnswer: string;
  private readonly resources: string;

  constructor(tokenOfRequest: string, tokenOfAnswer: string, resources: string) {
    this.tokenOfRequest = tokenOfRequest;
    this.tokenOfAnswer = tokenOfAnswer;
    this.resources = resources;
  }

  page(request: Request, answer: Request): Page {
    const { [this.tokenOfAnswer]: token, [this.resources]: resources } = answer;
    const next = token ? { ...request, [this.tokenOfRequest]: token } : null;
    return [Array.isArray(resources) ? resources : [], next, answer];
  }

  async *asyncIterate(call: PagedCall, request: Request, options: CallOptions = {}) {
    for (let next: Request | null = request; next !== null;) {
      const page: Page = await call(next, { ...options, autoPaginate: false });
      yield* page[0];
      next = page[1];
    }
  }

  createStream(call: PagedCall, request: Request, options: CallOptions = {}): Readable {
    return Readable.from(this.asyncIterate(call, request, options));
  }
}
