import type { Prepared } from './prepared.ts';
import type { Attack } from './table.ts';

/** The tokens with which a case is tried, one request each; nothing where it comes without one. */
export function bearersOf(
  { asWhom }: Attack,
  tokens: Prepared['tokens'],
  forged: Record<string, string[]>,
): (string | undefined)[] {
  if (asWhom.startsWith('anonymous')) return [undefined];
  if (asWhom === 'viewer') return [tokens.viewerA];
  if (asWhom === 'editor-of-other-workspace') return [tokens.editorB];
  if (asWhom === 'editor') return [tokens.editorA];
  const name = /^forged token: ([\w{} -]+?)(?: \(.*)?$/.exec(asWhom)?.[1] ?? '';
  const made = forged[name];
  if (!made) throw new Error(`No token ${name} was forged.`);
  return made;
}
