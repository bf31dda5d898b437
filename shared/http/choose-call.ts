import { Problem } from '../problems/problem.ts';
import type { Exchange } from './exchange.ts';
import type { Promised, Route } from './route.ts';

/** Of the calls at a path the one whose method is asked for; refuses the others, and what would have to be inflated. */
export function chooseCall<C extends Promised>(
  routes: Route<C>[],
  { httpRequest, httpResponse, facts }: Exchange,
  methods: string[] = routes.map(({ call }) => call.method),
): Route<C> {
  const route = routes.find(({ call }) => call.method === httpRequest.method);
  if (!route) {
    httpResponse.setHeader('allow', methods.join(', '));
    throw new Problem('method-not-allowed', `Use ${methods.join(' or ')} here.`);
  }
  facts.path = route.call.path;
  // Nothing is ever inflated: a body of a kilobyte could become a gigabyte (body-parser#454).
  if (httpRequest.headers['content-encoding'] !== undefined) {
    throw new Problem('encoding-unsupported', 'Send the body as it is, without Content-Encoding.');
  }
  return route;
}
