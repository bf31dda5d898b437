export interface Edit {
  /** In characters of the text, the end not included. */
  start: number;
  end: number;
  text: string;
}

export interface Rewritten {
  text: string;
  /** Where a position of the new text (line and column, from 1) stood in the old one. */
  positionBefore(line: number, column: number): { line: number; column: number };
}

/** The text with its edits made; they must not overlap. Errors still point into what the caller wrote. */
export function rewrite(text: string, edits: Edit[]): Rewritten {
  const inOrder = edits.toSorted((one, other) => one.start - other.start);
  let rewritten = '';
  let read = 0;
  for (const { start, end, text: replacement } of inOrder) {
    rewritten += text.slice(read, start) + replacement;
    read = end;
  }
  rewritten += text.slice(read);
  return {
    text: rewritten,
    positionBefore: (line, column) =>
      positionOf(text, offsetBefore(offsetOf(rewritten, line, column), inOrder)),
  };
}

function offsetBefore(offset: number, inOrder: Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of inOrder) {
    const startAfter = start + shift;
    if (offset < startAfter) break;
    if (offset < startAfter + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
