import { Problem } from '../problems/problem.ts';

/** Of a call, where it is. */
export interface Promised {
  method: string;
  /** Segments in braces are named. */
  path: string;
}

export interface Route<C extends Promised> {
  call: C;
  segments: Record<string, string>;
  search: URLSearchParams;
}

const longestPath = 2048;

/** The calls at a path; refuses a path that cannot be read and one where nothing is. */
export function callsAt<C extends Promised>(calls: C[], url: string): Route<C>[] {
  const { segments, search } = split(url);
  const routes = calls.flatMap((call) => {
    const named = match(call.path, segments);
    return named ? [{ call, segments: named, search }] : [];
  });
  if (routes.length === 0) {
    throw new Problem('path-not-found', 'Look up the paths in /openapi.json.');
  }
  return routes;
}

/** Each segment is decoded once; what is hidden in it stays hidden text. */
function split(url: string): { segments: string[]; search: URLSearchParams } {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (url.length > longestPath * 4 || path.length > longestPath || !path.startsWith('/')) {
    throw new Problem('path-invalid', 'Send a shorter path that begins with a slash.');
  }
  try {
    const segments = path.split('/').filter((segment) => segment !== '');
    const query = mark < 0 ? '' : url.slice(mark + 1);
    decodeURIComponent(query); // URLSearchParams would put U+FFFD in the place of what is none
    return { segments: segments.map(decodeURIComponent), search: new URLSearchParams(query) };
  } catch {
    throw new Problem(
      'path-invalid',
      'Send an address whose percent signs each begin an encoded byte of UTF-8.',
    );
  }
}

function match(path: string, segments: string[]): Record<string, string> | undefined {
  const pattern = path.split('/').filter((part) => part !== '');
  if (pattern.length !== segments.length) return undefined;
  const named: Record<string, string> = {};
  for (const [place, part] of pattern.entries()) {
    const segment = segments[place] ?? '';
    if (part.startsWith('{')) named[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return named;
}
