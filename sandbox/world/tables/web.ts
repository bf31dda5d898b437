import { column, defineTable, micros, record, repeated } from '../define-table.ts';
import type { Field, Row } from '../field.ts';
import { person } from '../people.ts';
import { random } from '../random.ts';
import type { Table } from '../table.ts';

const pages = ['/', '/shop', '/shop/shoes', '/cart', '/checkout', '/thanks'] as const;

export function webTables(): Table[] {
  return [
    defineTable('acme-analytics.web.events', {
      description: 'What visitors did, by day. Queries have to say which days.',
      partitioning: { type: 'DAY', column: 'event_date', filterRequired: true },
      clustering: ['user_id'],
      fields: [
        column('event_date', 'DATE'),
        column('occurred_at', 'TIMESTAMP'),
        column('user_id', 'STRING', 'External id of the contact, once known'),
        column('email', 'STRING'),
        column('event', 'STRING'),
        column('page', 'STRING'),
      ],
      rows: () => visits(3000, 'events'),
    }),
    defineTable('acme-analytics.web.sessions', {
      description: 'Sessions by the day on which they were loaded.',
      partitioning: { type: 'DAY', filterRequired: true },
      fields: [
        column('session_id', 'STRING'),
        column('email', 'STRING'),
        column('pages', 'INTEGER'),
      ],
      pseudoColumns: [column('_PARTITIONTIME', 'TIMESTAMP'), column('_PARTITIONDATE', 'DATE')],
      rows: sessions,
    }),
    ...['20260101', '20260102', '20260103'].map((day) =>
      defineTable(`acme-analytics.web.pages_${day}`, {
        description: 'Pages of one day: a table a day, from before there were partitions.',
        fields: [column('page', 'STRING'), column('views', 'INTEGER')],
        rows: () => pages.map((page, at) => [page, 100 + at * Number(day.slice(-2))]),
      }),
    ),
    defineTable('acme-analytics.web.wide', {
      description: 'One column a question of the survey.',
      fields: [column('email', 'STRING'), ...answers],
      rows: () => wideRows(50),
    }),
    defineTable('acme-analytics.web.nested', {
      description: 'Orders as the shop sends them: records in records.',
      fields: [column('email', 'STRING'), deep(12)],
      rows: () => [['alfa.nested@example.com', deepValue(12)]],
    }),
    defineTable('acme-analytics.web.campaign_notes', {
      description: '<script>alert("description")</script> & <b>bold</b>: written by a tenant.',
      fields: [
        column('email', 'STRING', '<img src=x onerror=alert(1)> the address'),
        column('note', 'STRING', '"; DROP TABLE contacts; --'),
      ],
      rows: () => [['alfa.notes@example.com', '<b>likes shoes</b>']],
    }),
  ];
}

const dayMs = 24 * 60 * 60 * 1000;
const firstDay = Date.parse('2026-01-01T00:00:00Z');

function visits(count: number, seed: string): Row[] {
  const chosen = random(seed);
  return Array.from({ length: count }, (_, number) => {
    const at = new Date(firstDay + chosen.below(30 * dayMs));
    const { email } = person(number % 400, chosen);
    return [
      at.toISOString().slice(0, 10),
      micros(at),
      chosen.chance(0.5) ? null : `AC-${String(number % 400).padStart(8, '0')}`,
      chosen.chance(0.3) ? null : email,
      chosen.pick(['view', 'click', 'buy']),
      chosen.pick(pages),
    ];
  });
}

function sessions(): Row[] {
  const chosen = random('sessions');
  return Array.from({ length: 500 }, (_, number) => {
    const day = new Date(firstDay + (number % 30) * dayMs);
    const { email } = person(number, chosen);
    const id = `session-${String(number)}`;
    return [id, email, 1 + chosen.below(20), micros(day), day.toISOString().slice(0, 10)];
  });
}

const answers: Field[] = Array.from({ length: 520 }, (_, index) =>
  column(`answer_${String(index + 1).padStart(3, '0')}`, index % 3 === 0 ? 'INTEGER' : 'STRING'),
);

function wideRows(count: number): Row[] {
  const chosen = random('wide');
  return Array.from({ length: count }, (_, number) => [
    person(number, chosen).email,
    ...answers.map(({ type }) => (type === 'INTEGER' ? chosen.below(5) : 'yes')),
  ]);
}

/** BigQuery nests records 15 deep at the most. */
function deep(levels: number): Field {
  if (levels === 0) return column('email', 'STRING');
  const field = record(`level_${String(levels)}`, [column('note', 'STRING'), deep(levels - 1)]);
  return levels === 6 ? repeated(field) : field;
}

function deepValue(levels: number): Row {
  const inner = levels === 1 ? 'alfa.nested@example.com' : deepValue(levels - 1);
  const value: Row = ['a note', inner];
  return levels === 6 ? [value] : value;
}
