import { callHeaders } from './call-headers.ts';
import { type Descriptor, messagesOf } from './descriptors.ts';
import { exchange, type Target } from './exchange.ts';
import { googleError } from './google-error.ts';
import { lastingAgent } from './lasting-agent.ts';
import { lowerFirst } from './construct-settings.ts';
import type { HeaderSource } from './metadata-tokens.ts';
import { Status } from './status.ts';
import { type Decoded, type Transcoder, transcoder } from './transcoder.ts';

export interface Attempt {
  headers: Record<string, unknown>;
  deadlineMs: number;
  signal?: AbortSignal | undefined;
}

export type StubMethod = (request: unknown, attempt: Attempt) => Promise<Decoded>;
export type ServiceStub = Record<string, StubMethod> & { close: () => void };

/** A service with its messages, as `lookupService` finds it in a client's descriptors. */
export interface Service {
  root: Descriptor;
  path: string;
  descriptor: Descriptor;
}

/** Far more than a page of our records or a key; an instance has few hundred MiB. */
const mostBytes = 16 * 1024 ** 2;
const httpUnauthorized = 401;

/** A service's methods as one attempt each at a call over HTTP. */
export function serviceStub(service: Service, target: Target, auth: HeaderSource): ServiceStub {
  const find = messagesOf(service.root);
  const agent = lastingAgent(target.protocol);
  const method = ({ encode, decode }: Transcoder): StubMethod =>
    async function call(request, { headers: given, deadlineMs, signal }) {
      const endsAt = Date.now() + deadlineMs;
      const outgoing = encode(request);
      const send = async () => {
        const headers = await callHeaders(given, target, auth, deadlineMs);
        const limits = { deadlineMs: Math.max(1, endsAt - Date.now()), mostBytes, signal };
        return exchange({ ...target, agent: agent.forCall() }, { ...outgoing, headers }, limits);
      };
      const answer = await send();
      if (answer.httpStatus !== httpUnauthorized || !auth.forget) return decode(answer);
      auth.forget();
      return decode(await send());
    };
  const methods = Object.entries(service.descriptor.methods ?? {}).map(
    ([name, descriptor]): [string, StubMethod] => [
      lowerFirst(name),
      method(transcoder(name, service.path, descriptor, find)),
    ],
  );
  const missing = (service.descriptor.leftOut ?? []).map((name): [string, StubMethod] => [
    lowerFirst(name),
    async () => {
      throw googleError(Status.UNIMPLEMENTED, `${name} was left out of this bundle`);
    },
  ]);
  const stub: Record<string, StubMethod> = Object.fromEntries([...methods, ...missing]);
  return Object.assign(stub, {
    close() {
      agent.close();
    },
  });
}
