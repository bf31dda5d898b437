import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './support/in-browser.ts';

inBrowser('a question', ({ signedIn, connect }) => {
  test('stays open while text in it is selected, and for a press beside its words; a press beside it is a no', async () => {
    const { connectorId } = await connect({ name: 'Asked' });
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await page.getByRole('button', { name: 'Rename' }).click();
    const question = page.getByRole('dialog', { name: 'Rename the connector' });
    const field = question.getByRole('textbox', { name: 'Name' });
    await field.fill('Typed with care');
    const { x, y } = await placeOf(page, 'dialog');
    const inField = await placeOf(page, 'dialog input');

    await drag(page, [inField.x + 40, inField.y + 10], [x - 20, inField.y + 10]);
    expect(await field.inputValue()).toBe('Typed with care');
    await drag(page, [x - 20, y - 20], [inField.x + 40, inField.y + 10]);
    expect(await field.inputValue()).toBe('Typed with care');
    await page.mouse.click(x + 4, y + 4);
    expect(await field.inputValue()).toBe('Typed with care');

    await page.mouse.click(x - 20, y - 20);
    await question.waitFor({ state: 'detached' });
  });
});

async function placeOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const place = await page.locator(selector).boundingBox();
  if (!place) throw new Error(`${selector} is not shown.`);
  return place;
}

type Point = [x: number, y: number];

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to);
  await page.mouse.up();
}
