import { vi } from 'vitest';
import { refuseLeak } from './sample-records.ts';

/** Keeps the log's lines out of the test's output, and gives them. */
export function quietLog(): string[] {
  const lines: string[] = [];
  const keep = (...values: unknown[]) => {
    const line = values.map(String).join(' ');
    refuseLeak(line, 'the log');
    lines.push(line);
  };
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  return lines;
}
