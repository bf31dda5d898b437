import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectorName } from '../../shared/schemas/connector.ts';
import { foldedName, isReadable } from '../../shared/schemas/name-text.ts';

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
const letters = fc.string({
  unit: fc.constantFrom(...Array.from('Shop data ßİıŞéÅΩŁ字ｓﬁ❤©')),
  minLength: 1,
});
const any = fc.oneof(name, letters);

const ways: ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => `  ${text} `,
  (text) => text.replace(/\p{ExtPict}/gu, '$&\uFE0F'),
  (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
];

test('a folded name is folded already', () => {
  fc.assert(
    fc.property(any, (text) => {
      expect(foldedName(foldedName(text))).toBe(foldedName(text));
    }),
  );
});

test('case, width, composition and spaces tell no two names apart', () => {
  fc.assert(
    fc.property(any, fc.constantFrom(...ways), (text, vary) => {
      expect(foldedName(vary(text))).toBe(foldedName(text));
    }),
  );
});

test('of all signs those are refused that Unicode says are not seen, and some that it says are', () => {
  const all = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  const [taken = [], refused = []] = [true, false].map((is) =>
    all.filter((sign) => isReadable(`a${sign}`) === is),
  );
  const notSeen = /(?!\p{ExtPict})[\p{C}\p{DI}\p{Zl}\p{Zp}]/u;
  expect(taken.filter((sign) => notSeen.test(sign))).toEqual([]);
  const codes = refused
    .filter((sign) => !notSeen.test(sign))
    .map((sign) => sign.codePointAt(0)?.toString(16));
  expect(codes).toEqual(['2800', 'fffc', '13441', '13442', '16fe4', '1d159']);
});

test('a name that is accepted is accepted again as it is, and shows all that is in it', () => {
  fc.assert(
    fc.property(any, (text) => {
      const read = connectorName.safeParse(text);
      if (!read.success) return;
      expect(connectorName.parse(read.data)).toBe(read.data);
      expect(read.data).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(foldedName(read.data)).not.toBe('');
    }),
  );
});
