import { askedFor, isJson, isRefusal, type Reply } from './asked-for.ts';
import { type Outputs, recordOf } from './read-outputs.ts';
import type { Ask } from './wait-for.ts';

export interface Probe {
  what: string;
  ask: Ask;
}

const page = 'settings-page';

/**
 * The page, every call that its OpenAPI document promises, and the functions that only machines may call. Which these
 * are is not told here: a function that is deployed and in neither is a fault.
 */
export async function smokeProbes(
  { pageUrl, functionUrls, hidden }: Omit<Outputs, 'schedule'>,
  patiently: (ask: Ask) => Promise<string | undefined>,
): Promise<Probe[]> {
  let described: unknown;
  const document: Ask = async () =>
    askedFor('GET', `${pageUrl}/openapi.json`, (reply) => {
      if (reply.status !== 200) return `it answers ${String(reply.status)}, not 200`;
      if (!isJson(reply) || !('paths' in recordOf(reply.json))) return 'it is no OpenAPI document';
      described = reply.json;
      return undefined;
    });
  const complaint = await patiently(document);
  const calls = callsIn(described);
  const people = new Set(calls.map(({ name }) => name));
  const machines = [...functionUrls].filter(([name]) => name !== page && !people.has(name));
  return [
    { what: `the page, ${pageUrl}`, ask: async () => askedFor('GET', `${pageUrl}/`, pageFault) },
    {
      what: 'the page describes the functions',
      ask: () => Promise.resolve(complaint ?? undescribed(people, functionUrls)),
    },
    ...calls.map(({ name, method, rest }) => ({
      what: `${method} ${name}${rest} lets in nobody without a token`,
      ask: async () => askedFor(method, `${functionUrls.get(name) ?? ''}${rest}`, openFault),
    })),
    ...machines.map(([name, url]) => ({
      what: `POST ${name} is ${hidden ? 'hidden from' : 'closed to'} people`,
      ask: async () => askedFor('POST', url, hidden ? seenFault : closedFault),
    })),
  ];
}

function callsIn(document: unknown): { name: string; method: string; rest: string }[] {
  return Object.entries(recordOf(recordOf(document).paths)).flatMap(([path, methods]) => {
    const [, name = '', rest = ''] = /^\/([a-z-]+)(.*)$/.exec(path) ?? [];
    const filledIn = rest.replaceAll(/\{\w+\}/g, `con-${'0'.repeat(26)}`);
    return Object.keys(recordOf(methods)).map((method) => ({
      name,
      method: method.toUpperCase(),
      rest: filledIn,
    }));
  });
}

/** Whoever is called by nobody but machines is named so: any other function has to be in the document. */
function undescribed(people: Set<string>, functionUrls: Map<string, string>): string | undefined {
  const forgotten = [...functionUrls.keys()].filter(
    (name) => name !== page && !people.has(name) && !name.startsWith('check-'),
  );
  const missing = [...people].filter((name) => !functionUrls.has(name));
  if (missing.length > 0) return `${missing.join(', ')} is described and not deployed`;
  return forgotten.length > 0 ? `${forgotten.join(', ')} is deployed and not described` : undefined;
}

function pageFault({ status, headers }: Reply): string | undefined {
  if (status !== 200) return `it answers ${String(status)}, not 200`;
  if (!headers.get('content-type')?.startsWith('text/html')) return 'it is not HTML';
  const policy = headers.get('content-security-policy') ?? '';
  return policy.includes("default-src 'none'") && !policy.includes('unsafe-inline')
    ? undefined
    : 'it comes without its policy (Content-Security-Policy)';
}

/** Open to the world by IAM, and shut by the function itself. */
function openFault(reply: Reply): string | undefined {
  if (reply.status === 403) return 'it answers 403: may everybody invoke it (roles/run.invoker)?';
  if (reply.status !== 401) return `it answers ${String(reply.status)}, not 401`;
  return isRefusal(reply) ? undefined : 'its 401 is not the function’s own (no problem document)';
}

/** By IAM already, or by the function itself: there it is, and nobody comes in. A 404 would be of a function that is not. */
function closedFault({ status }: Reply): string | undefined {
  return status === 401 || status === 403
    ? undefined
    : `it answers ${String(status)}, not 401 or 403`;
}

/** By Google's network, which says 404 to all who do not call from within; what the function says, it said to a stranger. */
function seenFault(reply: Reply): string | undefined {
  if (reply.status === 404 && !isRefusal(reply)) return undefined;
  return `it answers ${String(reply.status)}, not the network’s own 404 (machine_ingress)`;
}
