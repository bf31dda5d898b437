import { column, defineTable, micros, record, repeated, required } from '../define-table.ts';
import type { Field, Row, Value } from '../field.ts';
import { person } from '../people.ts';
import { type Random, random } from '../random.ts';
import type { Table } from '../table.ts';

export const contactFields: Field[] = [
  required(column('contact_id', 'INTEGER', 'Number of the contact in the shop; never reused')),
  column('email', 'STRING', 'As the visitor typed it: not cleaned'),
  column('phone', 'STRING', 'As the visitor typed it: with and without prefix'),
  required(column('external_id', 'STRING', 'Id of the customer in the loyalty system')),
  column('first_name', 'STRING'),
  column('last_name', 'STRING'),
  column('language', 'STRING', 'Two letters of ISO 639-1'),
  column('country', 'STRING', 'Two letters of ISO 3166'),
  column('consent', 'BOOLEAN', 'May be written to'),
  column('score', 'FLOAT', 'Likelihood to buy, from 0 to 1'),
  repeated(column('tags', 'STRING')),
  record('address', [
    column('street', 'STRING'),
    column('city', 'STRING'),
    column('postcode', 'STRING'),
    column('country', 'STRING'),
  ]),
  column('created_at', 'TIMESTAMP'),
  column('birthday', 'DATE'),
  column('profile', 'JSON', 'What the survey said'),
];

/** The largest sample table, with the dirt that such tables have. */
export function contactsTable(rows: number): Table {
  return defineTable('acme-analytics.crm.contacts', {
    description: 'Everybody who ever left an address, as it was left. One row a sign-up.',
    labels: { team: 'crm' },
    fields: contactFields,
    rows: () => contactRows(rows, 'contacts', true),
  });
}

export function contactRows(count: number, seed: string, dirty: boolean): Row[] {
  const chosen = random(seed);
  const rows: Row[] = [];
  for (let number = 1; number <= count; number += 1) rows.push(contact(number, chosen, dirty));
  return rows;
}

const cities = ['Springfield', 'Musterstadt', 'Villebourg', 'Zrazkove', 'Sampleford'] as const;
const tags = ['newsletter', 'vip', 'returning', 'trial', 'b2b'] as const;
const signUpMs = 37 * 60 * 1000;
const firstSignUp = Date.parse('2024-01-01T00:00:00Z');

function contact(number: number, chosen: Random, dirty: boolean): Row {
  // Every now and then somebody signs up again.
  const known = dirty && number > 50 && chosen.chance(0.06) ? number - chosen.below(50) : number;
  const who = random(`person ${String(known)}`); // who signs up again is the same person
  const { firstName, lastName, email, phone, country, language } = person(known, who);
  const year = 1950 + chosen.below(55);
  const birthday = `${String(year)}-0${String(1 + chosen.below(9))}-${String(10 + chosen.below(18))}`;
  return [
    number,
    dirty ? soiledEmail(email, chosen) : email,
    dirty ? soiledPhone(phone, chosen) : phone,
    `AC-${String(number).padStart(8, '0')}`,
    firstName,
    chosen.chance(0.03) ? null : lastName,
    language,
    country,
    chosen.chance(0.8),
    chosen.below(1000) / 1000,
    tags.filter(() => chosen.chance(0.25)),
    [
      `${String(1 + chosen.below(200))} Sample Street`,
      chosen.pick(cities),
      String(10_000 + chosen.below(89_999)),
      country,
    ],
    micros(new Date(firstSignUp + number * signUpMs)),
    chosen.chance(0.4) ? null : birthday,
    chosen.chance(0.5)
      ? null
      : JSON.stringify({ source: chosen.pick(tags), nps: chosen.below(11) }),
  ];
}

function soiledEmail(email: string, chosen: Random): Value {
  const dirt = chosen.below(100);
  if (dirt < 4) return null;
  if (dirt < 6) return '';
  if (dirt < 7) return '   ';
  if (dirt < 14) return email.toUpperCase();
  if (dirt < 18) return ` ${email} `;
  if (dirt < 19) return email.replace('@', ' at ');
  if (dirt < 20) return email.split('@', 1)[0] ?? '';
  if (dirt < 21) return email.replace('.example', '').replace(/@example\..*/, '@example');
  return email;
}

function soiledPhone(phone: string, chosen: Random): Value {
  const dirt = chosen.below(100);
  if (dirt < 10) return null;
  if (dirt < 12) return '';
  if (dirt < 30) return phone.replace(/^(\+\d\d)(\d{3})(\d{3})/, '$1 ($2) $3-');
  if (dirt < 40) return phone.replace('+', '00');
  if (dirt < 42) return 'n/a';
  if (dirt < 44) return phone.slice(0, 5);
  return phone;
}
