import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnName, datasetId, projectId, tableId } from '../../shared/schemas/identifiers.ts';
import { quoted } from '../../shared/validation/queries/table-sql.ts';

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...Array.from('`\\\n\r\0\'"-#;/* .'),
      '\u0085',
      '\u2028',
      '--',
      '\\`',
      '字',
      'e\u0301',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 30,
});

test('THREATS 28: a name is refused, or stands between two backticks and ends nowhere else', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      let text: string;
      try {
        text = quoted(name);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      expect(text.slice(1, -1)).toBe(name);
      expect(text.match(/`/g)).toHaveLength(2);
      expect(text).not.toMatch(/[\\\n\r]/);
    }),
  );
});

test('THREATS 28: what has passed its pattern can be quoted', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      for (const pattern of [projectId, datasetId, tableId, columnName]) {
        const { data } = pattern.safeParse(name);
        if (data !== undefined) expect(quoted(data)).toBe(`\`${name}\``);
      }
    }),
  );
});
