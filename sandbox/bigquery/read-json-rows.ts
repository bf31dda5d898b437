import type { Field, Row } from '../world/field.ts';
import { readObject } from '../world/read-value.ts';
import { JobFailure } from './job-failure.ts';

/** Newline-delimited JSON: all rows, or the complaint about the first bad one. */
export function readJsonRows(fields: Field[], text: string): Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row !== 'object' || row === null)
        throw new RangeError('Value encountered without start of object');
      return readObject(fields, row);
    } catch (error) {
      const complaint =
        error instanceof RangeError ? error.message : 'Parser terminated before end of string';
      throw new JobFailure({
        reason: 'invalid',
        message: `Error while reading data, error message: JSON table encountered too many errors, giving up. Rows: ${String(index + 1)}; errors: 1. JSON processing encountered too many errors: ${complaint}`,
      });
    }
  });
}
