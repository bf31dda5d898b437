import type { RequestListener, ServerResponse } from 'node:http';
import type { Moment } from '../bundles/two-stores/interruptions.ts';

/** At this exchange with Google, the first is 1: before Google hears of it, or once it is done and not answered yet. */
export interface Point {
  exchange: number;
  moment: Moment;
}

export interface Exchanges {
  /** Stands around a host of Google. */
  around: (listener: RequestListener) => RequestListener;
  /** What the process of that address asks from now on is counted, and it is ended where that is told. */
  plan: (source: string, point: Point, end: () => void) => void;
  /** Nothing is planned for it any more. */
  spare: (source: string) => void;
  planned: (source: string) => boolean;
}

/** Ends processes that ask Google, at an exchange of theirs. */
export function exchanges(): Exchanges {
  const plans = new Map<string, { point: Point; count: number; end: () => void }>();
  return {
    around: (listener) => (httpRequest, httpResponse) => {
      const source = httpRequest.socket.remoteAddress ?? '';
      const plan = plans.get(source);
      if (plan) plan.count += 1;
      if (!plan || plan.count !== plan.point.exchange) {
        listener(httpRequest, httpResponse);
        return;
      }
      plans.delete(source);
      if (plan.point.moment === 'before') {
        plan.end();
        httpRequest.destroy();
        return;
      }
      insteadOfAnswering(httpResponse, plan.end);
      listener(httpRequest, httpResponse);
    },
    plan(source, point, end) {
      plans.set(source, { point, count: 0, end });
    },
    spare(source) {
      plans.delete(source);
    },
    planned: (source) => plans.has(source),
  };
}

function insteadOfAnswering(httpResponse: ServerResponse, act: () => void): void {
  httpResponse.write = () => true;
  httpResponse.end = () => {
    act();
    return httpResponse.destroy();
  };
}
