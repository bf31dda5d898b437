import type { Field, Row, Value } from '../world/field.ts';
import { bignumericScale, numericScale, packDecimal } from './packed-decimal.ts';
import { daysSince1970, packDatetime, packTime } from './packed-time.ts';
import { Wire } from './wire.ts';

/** The numbers of the members, from local_service.proto and value.proto. */
const content = { entryKey: 1, entryValue: 2, tableData: 1, row: 1, cell: 1 };
const microsPerSecond = 1_000_000;

/**
 * An entry of `table_content`: the rows of one table. Columns that the query does not use are sent as NULL, so that a
 * query over 20,000 rows costs what its own columns cost.
 */
export function encodeRows(
  entryField: number,
  table: { name: string; columns: Field[]; rows: Row[]; used: ReadonlySet<number> },
): Buffer {
  const wire = new Wire();
  const columns = table.columns.map((field, index) => ({ field, used: table.used.has(index) }));
  wire.message(entryField, () => {
    wire.text(content.entryKey, table.name);
    wire.message(content.entryValue, () => {
      wire.message(content.tableData, () => {
        for (const row of table.rows) {
          wire.message(content.row, () => {
            for (const [index, { field, used }] of columns.entries()) {
              wire.message(content.cell, () => {
                if (used) writeValue(wire, field, row[index] ?? null);
              });
            }
          });
        }
      });
    });
  });
  return wire.finish();
}

/** A `Parameter` of an EvaluateQueryRequest. */
export function encodeParameter(member: number, field: Field, value: Value): Buffer {
  const wire = new Wire();
  wire.message(member, () => {
    wire.text(1, field.name);
    wire.message(2, () => {
      writeValue(wire, field, value);
    });
  });
  return wire.finish();
}

function writeValue(wire: Wire, field: Field, value: Value): void {
  if (field.mode !== 'REPEATED') {
    if (value !== null) write[field.type](wire, value, field);
    return;
  }
  const element: Field = { ...field, mode: 'NULLABLE' };
  wire.message(13, () => {
    for (const each of Array.isArray(value) ? value : []) {
      wire.message(1, () => {
        writeValue(wire, element, each);
      });
    }
  });
}

type Write = (wire: Wire, value: Value, field: Field) => void;

const asText =
  (field: number): Write =>
  (wire, value) => {
    wire.text(field, String(value));
  };

/** By type: the number of the member of ValueProto, and how its value is put. */
const write: Record<Field['type'], Write> = {
  STRING: asText(8),
  JSON: asText(23),
  INTEGER: (wire, value) => {
    wire.number(2, BigInt(value as number | string));
  },
  BOOLEAN: (wire, value) => {
    wire.number(5, value === true ? 1 : 0);
  },
  FLOAT: (wire, value) => {
    wire.double(7, Number(value));
  },
  BYTES: (wire, value) => {
    wire.bytes(9, Buffer.from(String(value), 'base64'));
  },
  DATE: (wire, value) => {
    wire.number(10, daysSince1970(String(value)));
  },
  TIMESTAMP: (wire, value) => {
    const micros = Number(value);
    const seconds = Math.floor(micros / microsPerSecond);
    wire.message(16, () => {
      wire.number(1, BigInt(seconds));
      wire.number(2, Math.round(micros - seconds * microsPerSecond) * 1000);
    });
  },
  DATETIME: (wire, value) => {
    const { seconds, nanos } = packDatetime(String(value));
    wire.message(17, () => {
      wire.number(1, seconds);
      wire.number(2, nanos);
    });
  },
  TIME: (wire, value) => {
    wire.number(18, packTime(String(value)));
  },
  NUMERIC: (wire, value) => {
    wire.bytes(20, packDecimal(String(value), numericScale));
  },
  BIGNUMERIC: (wire, value) => {
    wire.bytes(21, packDecimal(String(value), bignumericScale));
  },
  GEOGRAPHY: () => undefined, // the engine has no geography: its values are NULL in queries
  RECORD: (wire, value, { fields = [] }) => {
    const cells = Array.isArray(value) ? value : [];
    wire.message(14, () => {
      for (const [index, member] of fields.entries()) {
        wire.message(1, () => {
          writeValue(wire, member, cells[index] ?? null);
        });
      }
    });
  },
};
