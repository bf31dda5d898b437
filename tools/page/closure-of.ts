import type { Metafile } from 'esbuild';

/** The scripts that a file's own needs before it runs, itself first. */
export function closureOf({ outputs }: Metafile, file: string): string[] {
  const start = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === file)?.[0];
  if (start === undefined) throw new Error(`Nothing was made of ${file}.`);
  const found = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const needed = outputs[path]?.imports ?? [];
    for (const { path: next, kind } of needed) if (kind === 'import-statement') waiting.push(next);
  }
  return [...found];
}
