import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiTypes } from '../../tools/page/api-types.ts';

test('the page knows the functions’ calls as they are: else run `npm run api-types`', async () => {
  const { file, text } = await apiTypes();

  expect(text).toBe(readFileSync(file, 'utf8'));
});
