import { vi } from 'vitest';

/** Keeps the log's lines out of the test's output, and gives them. */
export function quietLog(): string[] {
  const lines: string[] = [];
  const keep = (...values: unknown[]) => {
    lines.push(values.map(String).join(' '));
  };
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  return lines;
}
