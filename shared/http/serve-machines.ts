import type { RequestListener } from 'node:http';
import { chooseCall } from './choose-call.ts';
import { answering, noteOn } from './exchange.ts';
import type { MachineEndpoint } from './machine-endpoint.ts';
import { parseRequest } from './parse-request.ts';
import type { Headed } from './headed.ts';
import { callsAt } from './route.ts';
import { sendJson } from './send.ts';

export type VerifyMachine = (httpRequest: Headed) => Promise<{ account: string }>;

/**
 * The road from a machine into a use case. Who asks is a queue or a schedule: every answer but 2xx means "once more", and
 * the queue's own attempts end that. So what is done, or is nothing to be done about, is 200; what may pass is not; and a
 * body that cannot be read is 400 all the same, since the next version of this function may know it, and a queue that
 * fails is seen. No origin is allowed anything: no page has business here.
 */
export function serveMachines<Ports>(
  endpoint: MachineEndpoint<Ports>,
  ports: Ports,
  verifyMachine: VerifyMachine,
): RequestListener {
  const { name, body, bodyOptional = false, timeLimitMs, handle } = endpoint;
  const calls = [{ method: 'POST', path: '/', request: { body, bodyOptional } }];
  return answering(name, async (exchange) => {
    const { httpRequest, httpResponse, facts } = exchange;
    const route = chooseCall(callsAt(calls, httpRequest.url ?? '/'), exchange);
    Object.assign(facts, await verifyMachine(httpRequest));
    const request = await parseRequest(httpRequest, route);
    const signal = AbortSignal.timeout(timeLimitMs);
    const outcome = await handle(request as never, ports, { signal, note: noteOn(exchange) });
    Object.assign(facts, outcome);
    sendJson(httpResponse, 200, outcome);
  });
}
