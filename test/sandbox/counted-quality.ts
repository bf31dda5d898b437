import type { ContactKeyType } from '../../shared/schemas/connection.ts';
import type { Quality } from '../../shared/validation/queries/quality-query.ts';

/** What the query of a key column's quality has to count, written a second time: with sets, in JavaScript. */
export function countedQuality(type: ContactKeyType, values: (string | null)[]): Quality {
  const given = values.filter((value) => value !== null);
  const filled = given.filter((value) => trimmed(value) !== '');
  const usable = filled.filter((value) => isUsable[type](trimmed(value)));
  return {
    rows: values.length,
    nulls: values.length - given.length,
    blanks: given.length - filled.length,
    malformed: filled.length - usable.length,
    distinct: new Set(usable).size,
    distinctNormalized: new Set(usable.map((value) => normalized[type](trimmed(value)))).size,
  };
}

/** GoogleSQL's TRIM goes by Unicode's list of white space; JavaScript's own has the byte-order mark on top and lacks U+0085. */
function trimmed(text: string): string {
  return text.replace(/^\p{White_Space}+/u, '').replace(/\p{White_Space}+$/u, '');
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
const asItIs = (text: string) => text;
const anything = () => true;

const isUsable: Record<ContactKeyType, (text: string) => boolean> = {
  email(text) {
    const [local = '', domain = '', ...more] = text.split('@');
    const lastDot = domain.lastIndexOf('.');
    const clean = !/[\t\n\f\r\p{Z},;<>]/u.test(text);
    return clean && more.length === 0 && local !== '' && lastDot > 0 && lastDot < domain.length - 1;
  },
  phone: (text) => digitsOf(text).length >= 7 && digitsOf(text).length <= 15,
  contactId: (text) => /^\d{1,18}$/.test(text),
  externalId: anything,
  additionalField: anything,
};

const normalized: Record<ContactKeyType, (text: string) => string> = {
  email: (text) => text.toLowerCase(),
  phone: digitsOf,
  contactId: asItIs,
  externalId: asItIs,
  additionalField: asItIs,
};
