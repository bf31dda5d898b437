import { Problem } from '../problems/problem.ts';
import type { Exchange } from './exchange.ts';
import { requirePlainHead } from './plain-head.ts';
import type { Promised, Route } from './route.ts';

/** Of the calls at a path the one whose method is asked for; refuses the others, and what cannot be read in one way. */
export function chooseCall<C extends Promised>(
  routes: Route<C>[],
  exchange: Exchange,
  methods: string[] = routes.map(({ call }) => call.method),
): Route<C> {
  const { httpRequest, httpResponse, facts } = exchange;
  const route = routes.find(({ call }) => call.method === httpRequest.method);
  if (!route) {
    httpResponse.setHeader('allow', methods.join(', '));
    throw new Problem('method-not-allowed', `Use ${methods.join(' or ')} here.`);
  }
  facts.path = route.call.path;
  requirePlainHead(exchange);
  return route;
}
