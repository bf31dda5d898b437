import { globSync, readFileSync } from 'node:fs';

export const handbookFile = 'docs/operating.md';
export const handbook = readFileSync(handbookFile, 'utf8');
export const terraform = globSync('terraform/*.tf')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** What stands under this kind of block in terraform/, e.g. every `variable "…"`. */
export const declared = (kind: string): string[] =>
  [...terraform.matchAll(new RegExp(`^${kind} "(\\w+)"`, 'gm'))].map(([, name = '']) => name);

/** The commands of the handbook, a block each. */
export const commands = (): string[] =>
  [...handbook.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, text = '']) => text);

/** A table as its cells, however it is padded: the one under this mark. */
export function tableUnder(mark: string): string[][] {
  const [, table = ''] = new RegExp(`<!-- ${mark} -->\\n\\n((?:\\|.*\\n)+)`).exec(handbook) ?? [];
  return cellsOf(table);
}

export function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replace(/^-+$/, '---')));
}

/** The keys of a map in terraform/, by its name: `name = {` and its entries two spaces further in. */
export function keysOf(map: string): string[] {
  const [, indent = '', body = ''] =
    new RegExp(`^( *)${map} = \\{\\n([^]*?)^\\1\\}`, 'm').exec(terraform) ?? [];
  return [...body.matchAll(new RegExp(`^${indent}  ([\\w-]+) += \\{`, 'gm'))].map(
    ([, key = '']) => key,
  );
}
