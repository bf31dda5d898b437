import type { Field, Row, Value } from '../world/field.ts';
import { readValue } from '../world/read-value.ts';
import { JobFailure } from './job-failure.ts';

export interface CsvOptions {
  skipLeadingRows?: number | undefined;
  fieldDelimiter?: string | undefined;
  nullMarker?: string | undefined;
}

interface Cell {
  text: string;
  quoted: boolean;
}

/** CSV by RFC 4180, a record a line: all rows, or the complaint about the first bad one. */
export function readCsvRows(fields: Field[], text: string, options: CsvOptions): Row[] {
  const { skipLeadingRows = 0, fieldDelimiter = ',', nullMarker = '' } = options;
  const delimiter = fieldDelimiter === 'tab' || fieldDelimiter === '\\t' ? '\t' : fieldDelimiter;
  const lines = text.split(/\r?\n/).slice(skipLeadingRows);
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [rowOf(fields, cellsOf(line, delimiter), nullMarker)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new JobFailure({
        reason: 'invalid',
        message: `Error while reading data, error message: CSV table encountered too many errors, giving up. Rows: ${String(index + 1)}; errors: 1. CSV processing encountered too many errors: ${error.message}`,
      });
    }
  });
}

function rowOf(fields: Field[], cells: Cell[], nullMarker: string): Row {
  if (cells.length !== fields.length) {
    throw new RangeError(
      `Too ${cells.length > fields.length ? 'many' : 'few'} values in row: ${String(cells.length)} of ${String(fields.length)}`,
    );
  }
  return fields.map((field, index) => valueOf(field, cells[index], nullMarker));
}

/** An empty cell is NULL, one with quotes an empty text. */
function valueOf(field: Field, cell: Cell | undefined, nullMarker: string): Value {
  if (field.type === 'RECORD' || field.mode === 'REPEATED') {
    throw new RangeError(
      `Nested and repeated fields cannot be read from CSV. Field: ${field.name}`,
    );
  }
  const missing = !cell || (!cell.quoted && cell.text === nullMarker);
  return readValue(field, missing ? null : cell.text);
}

function cellsOf(line: string, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  while (at <= line.length) {
    const cell = line[at] === '"' ? quotedCell(line, at, delimiter) : bareCell(line, at, delimiter);
    cells.push(cell);
    at = cell.end + delimiter.length;
  }
  return cells;
}

function bareCell(line: string, at: number, delimiter: string): Cell & { end: number } {
  const next = line.indexOf(delimiter, at);
  const end = next < 0 ? line.length : next;
  return { text: line.slice(at, end), quoted: false, end };
}

function quotedCell(line: string, at: number, delimiter: string): Cell & { end: number } {
  let end = at + 1;
  while (end < line.length && (line[end] !== '"' || line[end + 1] === '"')) {
    end += line[end] === '"' ? 2 : 1;
  }
  const text = line.slice(at + 1, end).replaceAll('""', '"');
  if (end >= line.length) throw new RangeError('Missing close quote character (").');
  if (end + 1 < line.length && !line.startsWith(delimiter, end + 1)) {
    throw new RangeError('Data between close quote character (") and field separator.');
  }
  return { text, quoted: true, end: end + 1 };
}
