import type { Caller } from '../identity/accounts.ts';
import type { Answer, Call } from './call.ts';

/** What one method of Google's APIs answers. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As `/bigquery/v2/projects/{project}/datasets`. */
  path: string;
  /** The name under which faults and the list of requests know it; the sandbox's own switches have none. */
  operation?: string | ((call: Call) => string);
  mostBytes?: number;
  answer:
    | { open: (call: Call) => Answer | Promise<Answer> }
    | { signedIn: (call: Call, caller: Caller) => Answer | Promise<Answer> };
}

/** Answers whoever asks, signed in or not. */
export function openTo(answer: (call: Call) => Answer): Route['answer'] {
  return { open: answer };
}

export interface Matched {
  route: Route;
  part: (name: string) => string;
}

export function findRoute(routes: Route[], method: string, path: string): Matched | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const found = patternOf(route.path).exec(path);
    const parts = found && decoded(found.groups ?? {});
    if (parts) return { route, part: (name) => parts[name] ?? '' };
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  const known = patterns.get(path);
  if (known) return known;
  const source = path.replaceAll('.', '[.]').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/:]+)');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(path, pattern);
  return pattern;
}

function decoded(groups: Record<string, string>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]),
    );
  } catch {
    return undefined; // a percent sign that begins nothing
  }
}
