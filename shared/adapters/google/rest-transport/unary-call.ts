import { attemptCall } from './attempt-call.ts';
import type { CallSettings } from './call-settings.ts';
import type { PageDescriptor } from './page-descriptor.ts';
import { repeatCall } from './repeat-call.ts';
import type { StubMethod } from './service-stub.ts';

export type Request = Record<string, unknown>;
/** Of a call for pages: what is on them, the request for the next one, and Google's answer. */
export type Result = [answer: unknown, next: unknown, rawAnswer: unknown];

/** One answer, or the pages of a list: all of them, unless the call says `autoPaginate: false`. */
export async function unaryCall(
  stubMethod: Promise<StubMethod>,
  request: Request,
  settings: CallSettings,
  descriptor: PageDescriptor | undefined,
): Promise<Result> {
  if (descriptor && settings.autoPaginate)
    return allPages(stubMethod, request, settings, descriptor);
  const answer = await answerOf(stubMethod, request, settings);
  return descriptor ? descriptor.page(request, answer) : [answer, null, null];
}

async function allPages(
  stubMethod: Promise<StubMethod>,
  request: Request,
  settings: CallSettings,
  descriptor: PageDescriptor,
): Promise<Result> {
  const { maxResults: most = Infinity } = settings;
  const resources: unknown[] = [];
  for (let next: Request | null = request; next !== null && resources.length < most;) {
    const page = descriptor.page(next, await answerOf(stubMethod, next, settings));
    resources.push(...page[0]);
    next = page[1];
  }
  return [resources.slice(0, most), null, null];
}

async function answerOf(method: Promise<StubMethod>, request: Request, settings: CallSettings) {
  const { signal, otherArgs } = settings;
  const { headers = {} } = otherArgs;
  const { messages } = await repeatCall(settings, async (deadlineMs) =>
    attemptCall(method, request, { headers, deadlineMs, signal }),
  );
  return messages[0] ?? {};
}
