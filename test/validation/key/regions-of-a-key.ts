import { keyText } from '../../support/make-key.ts';

/** The good key file of these tests. */
export const text = keyText();
export const good = Buffer.from(text);

/** What may be said, by the place in the file of which one character is no longer what it was. */
type Causes = readonly string[];

/** Whatever changes quotes, backslashes and what stands between the members. */
const syntax: Causes = ['A1 not-json', 'A1 not-utf8', 'A1 binary', 'A1 raw-line-breaks-repaired'];
const ends: Causes = [
  'A1 missing-braces-repaired',
  'A1 text-around-repaired',
  'A1 trailing-comma-repaired',
  'A1 cut-off',
  'A1 beginning-lost',
  'A1 html',
];
const ofPrivateKey: Causes = [
  'A4 foreign-character',
  'A4 characters-missing',
  'A4 characters-added',
  'A4 unreadable',
  'A4 parts-disagree',
  'A4 line-breaks-repaired',
  'A4 private-key-repaired',
];
const ofFirstLine: Causes = ['A4 first-line-damaged', 'A4 no-pem', 'A4 private-key-repaired'];
const ofLastLine: Causes = ['A4 last-line-damaged', 'A4 private-key-repaired'];
const illFormed: Causes = ['A3 field-ill-formed', 'A3 blanks-repaired'];
const ofValue: Record<string, Causes> = {
  type: ['A2 type-unknown'],
  project_id: illFormed,
  private_key_id: illFormed,
  private_key: ofPrivateKey,
  client_email: [...illFormed, 'A3 accounts-differ'],
  client_id: [],
  client_x509_cert_url: ['A3 url-foreign', 'A3 accounts-differ'],
};
const ofName: Record<string, Causes> = {
  type: ['A2 type-missing'],
  project_id: ['A3 field-missing'],
  private_key_id: ['A3 field-missing'],
  private_key: ['A3 field-missing'],
  client_email: ['A3 field-missing'],
};

export interface Region {
  causes: Causes;
  /** The member that is named where one is. */
  member?: string;
}

const regions: Region[] = Array.from(good, (_, index) => ({
  causes: index < 5 || index > text.length - 6 ? [...syntax, ...ends] : syntax,
}));
for (const { 1: member = '', 2: value = '', index } of text.matchAll(
  /"([a-z0-9_]+)": "([^"]*)"/g,
)) {
  const start = index + `"${member}": "`.length;
  regions.fill({ causes: ofName[member] ?? [], member }, index + 1, index + 1 + member.length);
  const causes = ofValue[member] ?? ['A3 url-foreign'];
  regions.fill({ causes, member }, start, start + value.length);
  for (const { index: at } of value.matchAll(/\\./g)) {
    const escape = { causes: [...causes, ...syntax], member };
    regions.fill(escape, start + at, start + at + 2);
  }
}

const firstLine = text.indexOf('-----BEGIN');
const lastLine = text.indexOf('-----END');
const lineLength = '-----BEGIN PRIVATE KEY-----'.length;
regions.fill({ causes: ofFirstLine, member: 'private_key' }, firstLine, firstLine + lineLength);
// A hyphen right before the last line may be one of its own.
const border = { causes: [...ofPrivateKey, ...ofLastLine, ...syntax], member: 'private_key' };
regions.fill(border, lastLine - 4, lastLine);
regions.fill({ causes: ofLastLine, member: 'private_key' }, lastLine, lastLine + lineLength - 2);

/** What may be said where the characters from one place on were changed, and others came in. */
export function permitted(from: number, length: number, added: readonly number[]): Region {
  const touched = regions.slice(Math.max(0, from - 1), from + length + 1);
  const members = touched.flatMap(({ member }) => member ?? []);
  const breaks = added.some((byte) => byte === 0x22 || byte === 0x5c || byte < 0x20 || byte > 0x7e);
  const causes = [...touched.flatMap((region) => region.causes), ...(breaks ? syntax : [])];
  return { causes, ...(members[0] !== undefined && { member: members[0] }) };
}
