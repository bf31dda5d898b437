import { column, defineTable, micros, required } from '../define-table.ts';
import type { Field, Row } from '../field.ts';
import { person } from '../people.ts';
import { random } from '../random.ts';
import type { Table } from '../table.ts';

const customerFields: Field[] = [
  required(column('customer_id', 'INTEGER')),
  column('email', 'STRING'),
  column('phone', 'STRING'),
  column('country', 'STRING'),
];

/** The warehouse, the export dataset, and the projects in which something is amiss. */
export function otherTables(now: Date): Table[] {
  return [
    defineTable('acme-warehouse.sales.customers', {
      description: 'Customers of the shops in Europe.',
      fields: customerFields,
      rows: () => customers(2000, 'customers'),
    }),
    defineTable('acme-warehouse.sales.orders', {
      description: 'Orders of the shops in Europe; several a customer.',
      fields: [
        required(column('order_id', 'INTEGER')),
        column('customer_id', 'INTEGER'),
        column('email', 'STRING'),
        column('total', 'NUMERIC', 'In euro'),
        column('ordered_at', 'DATETIME', 'Local time of the shop'),
        column('delivery_from', 'TIME'),
      ],
      rows: orders,
    }),
    defineTable('acme-warehouse.sales.members_view', {
      kind: 'VIEW',
      description: 'Customers who are members too; reads the loyalty team’s table.',
      fields: [column('email', 'STRING')],
      view: { query: 'SELECT email FROM `acme-warehouse.loyalty.members`' },
    }),
    defineTable('acme-warehouse.loyalty.members', {
      description: 'Members of the loyalty programme.',
      fields: [...customerFields, column('points', 'BIGNUMERIC')],
      rows: () => customers(1500, 'members').map((row, at) => [...row, String(at * 10)]),
    }),
    defineTable('acme-warehouse.raw.markets', {
      description: 'Raw data of the markets; for the warehouse team.',
      fields: [column('email', 'STRING'), column('orders', 'INTEGER')],
      rows: () => customers(100, 'markets').map((row, at) => [row[1] ?? null, at]),
    }),
    defineTable('acme-analytics.exports.broadcasts', {
      description: 'Of an earlier export: the very shape that the platform writes.',
      fields: broadcasts,
    }),
    defineTable('acme-warehouse.reports.events', {
      description: 'Conferences of the year: only the name is that of an export.',
      fields: [column('title', 'STRING'), column('starts', 'DATE'), column('city', 'STRING')],
      rows: () => [['Sample Summit', '2026-09-01', 'Musterstadt']],
    }),
    defineTable('acme-warehouse.reports.broadcasts', {
      description: 'As the platform writes them, but for a column that somebody requires.',
      fields: [...broadcasts, required(column('reviewed_by', 'STRING'))],
    }),
    defineTable('acme-warehouse.reports.contacts', {
      kind: 'VIEW',
      description: 'Customers by another name.',
      fields: [column('email', 'STRING')],
      view: { query: 'SELECT email FROM `acme-warehouse.sales.customers`' },
    }),
    defineTable('acme-playground.trial.subscribers', {
      description: 'A first try, in a project without billing.',
      fields: customerFields,
      createdAt: now,
      modifiedAt: now,
      expiresAt: new Date(now.getTime() + sixtyDaysMs),
      rows: () => customers(50, 'trial'),
    }),
    defineTable('acme-unpaid.crm.subscribers', {
      description: 'Subscribers in the project whose invoices were not paid.',
      fields: customerFields,
      rows: () => customers(50, 'unpaid'),
    }),
  ];
}

const sixtyDaysMs = 60 * 24 * 60 * 60 * 1000;

const broadcasts: Field[] = [
  column('createdDate', 'TIMESTAMP'),
  column('groupId', 'INTEGER'),
  column('id', 'INTEGER'),
  column('mediaType', 'STRING'),
  column('messageId', 'INTEGER'),
  column('name', 'STRING'),
  column('startedDate', 'TIMESTAMP'),
  column('status', 'STRING'),
  column('updatedDate', 'TIMESTAMP'),
];

function customers(count: number, seed: string): Row[] {
  const chosen = random(seed);
  return Array.from({ length: count }, (_, number) => {
    const { email, phone, country } = person(number, chosen);
    return [number + 1, email, phone, country];
  });
}

function orders(): Row[] {
  const chosen = random('orders');
  return Array.from({ length: 5000 }, (_, number) => {
    const customer = chosen.below(2000);
    const at = new Date(micros('2026-01-01T00:00:00Z') / 1000 + number * 300_000).toISOString();
    const total = `${String(5 + chosen.below(200))}.${String(10 + chosen.below(90))}`;
    const email = chosen.chance(0.1) ? null : `customer.${String(customer)}@example.com`;
    return [number + 1, customer + 1, email, total, at.slice(0, 19), `${at.slice(11, 13)}:30:00`];
  });
}
