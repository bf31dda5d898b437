import { expect, test } from 'vitest';
import { askedOf } from '../../functions/settings-page/page/draft/asked.ts';
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
