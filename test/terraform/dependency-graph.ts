import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { terraform, workingCopy } from './working-copy.ts';

/** Of each resource all that is made before it, by whatever way. */
export function madeBefore(): Map<string, Set<string>> {
  const copy = workingCopy((folder) => {
    rmSync(join(folder, 'backend.tf')); // it would be asked for
  });
  const { stdout } = terraform(copy, 'graph');
  const nodes = [...stdout.matchAll(/^ *"([^"]+)" \[/gm)].map(([, node]) => String(node));
  const edges = [...stdout.matchAll(/^ *"([^"]+)" -> "([^"]+)";$/gm)];
  const next = Map.groupBy(edges, ([, from]) => String(from));
  const reach = (from: string, seen: Set<string>): Set<string> => {
    for (const [, , to] of next.get(from) ?? []) {
      if (seen.has(String(to))) continue;
      seen.add(String(to));
      reach(String(to), seen);
    }
    return seen;
  };
  return new Map(nodes.map((node) => [node, reach(node, new Set())]));
}
