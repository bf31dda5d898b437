import { createHash } from 'node:crypto';

const mostReadable = 100;

/**
 * The id of a task: a hash, because Google spreads its tasks by how their names begin and advises against sequential
 * ones, and what can be read of the name for whoever looks at the queue. Different names never meet.
 */
export function taskId(kind: string, name: string): string {
  // UTF-16, because all broken surrogates are one and the same character in UTF-8.
  const hash = createHash('sha256').update(`${kind}\0${name}`, 'utf16le').digest('hex');
  const readable = name.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, mostReadable);
  return `${hash.slice(0, 32)}-${kind}-${readable}`;
}
