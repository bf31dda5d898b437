import { expect, test } from 'vitest';
import { askedOf, bytesOfGib } from '../../functions/settings-page/page/draft/asked.ts';
import { emptyDraft } from '../../functions/settings-page/page/draft/draft.ts';

const limit = 10 * 1024 ** 3;

test('what is left empty is said of a saved connector, of which the service would keep what was there', () => {
  const asked = askedOf(emptyDraft, { connectorId: 'con-1' }, 'acme-analytics');

  expect(asked).toMatchObject({ jobProject: 'acme-analytics', maximumBytesBilled: limit });
});

test('what is left empty is left to the service with a key that was just uploaded', () => {
  const asked = askedOf(emptyDraft, { keyId: 'key-1' }, '');

  expect(asked).toEqual({ keyId: 'key-1', purposes: ['import'] });
});

test.each([
  ['10,240', 10_240],
  ['1,000', 1000],
  ['1,000.5', 1000.5],
  ['2,5', 2.5],
  ['0,125', 0.125],
  ['2.5', 2.5],
  ['1,00', 1],
])('a cost limit of “%s” GiB is read as it is written', (entered, gib) => {
  expect(bytesOfGib(entered)).toBe(Math.round(gib * 1024 ** 3));
});

test.each(['1,000,00', ',5', '1,2,3', 'much'])('“%s” is no number', (entered) => {
  expect(bytesOfGib(entered)).toBeNaN();
});
