import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './support/in-browser.ts';

/** As names get when nobody thinks of phones: one word, in two directions of writing. */
const longName = `${'Q'.repeat(70)}${'متجر'.repeat(6)}`;

/** What of the page, or of a question before it, has to be pushed aside to be read. */
const cutOff = async (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, dialog[open], main, .card, .toast')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );

const looks = async (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { color, backgroundColor, borderBlockEndColor } = getComputedStyle(element);
      return [color, backgroundColor, borderBlockEndColor];
    });

inBrowser('every eye', ({ browserOf, signedIn, connect }) => {
  test('reads all of a screen that is 320 pixels wide, whatever names there are', async () => {
    const { connectorId } = await connect({ name: longName });
    const viewport = { width: 320, height: 640 };
    const page = await signedIn('editor@demo', '/connectors', { viewport });
    await page.getByRole('link', { name: longName }).waitFor();
    expect(await cutOff(page)).toEqual([]);

    for (const path of [`/connectors/${connectorId}/field`, '/connectors/new', '/guide']) {
      await page.goto(path);
      await page.getByLabel('Sign in as').waitFor();
      await page.locator('main .card').first().waitFor();
      expect(await cutOff(page)).toEqual([]);
    }

    await page.goto(`/connectors/${connectorId}`);
    await page.getByRole('heading', { level: 1, name: longName }).waitFor();
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await cutOff(page)).toEqual([]);
  });

  test('reads what a column holds, however long its name, without pushing the page aside', async () => {
    const { connectorId } = await connect({ name: 'Long column' });
    const column = 'c'.repeat(300);
    const context = await browserOf('editor@demo', { viewport: { width: 320, height: 640 } });
    await context.route(`**/list-connectors/${connectorId}`, async (route) => {
      const text = await (await route.fetch()).text();
      const body = text.replaceAll('"column":"email"', `"column":"${column}"`);
      await route.fulfill({ contentType: 'application/json', body });
    });
    const page = await context.newPage();

    await page.goto(`/connectors/${connectorId}/field`);
    await page.getByRole('group', { name: `What “${column}” holds of a contact` }).waitFor();

    expect(await cutOff(page)).toEqual([]);
  });

  test('sees in the colours of its own choice where it is, what is chosen, and what cannot be pressed', async () => {
    await connect({ name: 'Contrast' });
    const page = await signedIn('editor@demo', '/connectors', { forcedColors: 'active' });
    await page.locator('.chip[aria-current]').waitFor();

    const pairs = [
      ['.bar nav a[aria-current]', '.bar nav a:not([aria-current])'],
      ['.chip[aria-current]', '.chip:not([aria-current])'],
    ] as const;
    for (const [chosen, other] of pairs)
      expect(await looks(page, chosen)).not.toEqual(await looks(page, other));

    await page.goto('/connectors/new');
    await page.locator('#validate').waitFor();
    expect(await looks(page, '#validate')).not.toEqual(await looks(page, '#key'));
  });

  test('that tires of what moves sees nothing that moves for ever', async () => {
    const context = await browserOf('editor@demo', { reducedMotion: 'reduce' });
    await context.route('**/list-connectors/caller', () => undefined); // never answered
    const page = await context.newPage();
    const asked = page.waitForRequest('**/list-connectors/caller');
    await page.goto('/connectors');
    await asked;
    await page.locator('.bar-waiting').waitFor();

    const moves = await page.evaluate(() =>
      document
        .getAnimations()
        .map(({ effect }) => effect?.getComputedTiming().iterations)
        .filter((times) => times !== 1),
    );
    expect(moves).toEqual([]);
  });
});
