import type { Random } from './random.ts';

/** Nobody's names: first names of the alphabet of spelling, last names of the workshop. */
const firstNames = [
  'Alfa',
  'Bravo',
  'Cosma',
  'Delta',
  'Echo',
  'Fox',
  'Golf',
  'Hotel',
  'India',
  'Juliett',
  'Kilo',
  'Lima',
  'Mike',
  'Nova',
  'Oskar',
  'Papa',
  'Quebec',
  'Romeo',
  'Sierra',
  'Tango',
  'Uniform',
  'Victor',
  'Whisky',
  'Xenia',
  'Yankee',
  'Zulu',
  'Ångström',
  'Øre',
  'Œuvre',
  'Ünal',
] as const;
const lastNames = [
  'Sampleton',
  'Mockwell',
  'Fixture',
  'Placeholder',
  'Testman',
  'Dummyson',
  'Lorem',
  'Ipsum',
  'Beispiel',
  'Exemple',
  'Muster',
  'Ensayo',
  'Prova',
  'Próbny',
  'Zkouška',
  'Näyte',
  'Spécimen',
  "O'Stub",
  'van Voorbeeld',
  'Stubbs-Mock',
] as const;
const domains = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example',
  'post.example',
] as const;

export interface Person {
  firstName: string;
  lastName: string;
  /** Lower case, well-formed, and unique as the number is. */
  email: string;
  /** Of the ranges that are reserved for stories, in E.164. */
  phone: string;
  country: 'US' | 'GB' | 'DE' | 'FR' | 'UA';
  language: string;
}

const countries = ['US', 'GB', 'DE', 'FR', 'UA'] as const;
const languages = { US: 'en', GB: 'en', DE: 'de', FR: 'fr', UA: 'uk' };

export function person(number: number, chosen: Random): Person {
  const firstName = chosen.pick(firstNames);
  const lastName = chosen.pick(lastNames);
  const country = chosen.pick(countries);
  const local = plain(`${firstName}.${lastName}.${String(number)}`);
  return {
    firstName,
    lastName,
    email: `${local}@${chosen.pick(domains)}`,
    phone: phoneOf(country, number),
    country,
    language: languages[country],
  };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9.]/g, '')
    .toLowerCase();
}

function phoneOf(country: Person['country'], number: number): string {
  const digits = String(1000 + (number % 9000)) + String(100 + (number % 899));
  const prefixes = { US: '+1555', GB: '+447700', DE: '+493023125', FR: '+3363998', UA: '+38039' };
  return `${prefixes[country]}${digits}`.slice(0, 14);
}
