import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';

const choices = (page: Page) => page.locator('.who').getByRole('listitem').getByRole('button');

inBrowser('who one is', ({ signedIn, connect }) => {
  test('is said in words, and chosen from a list', async () => {
    await connect({ name: 'Behind the choices' });
    const page = await signedIn('editor@demo');
    const button = page.getByRole('button', { name: 'Editor in demo' });
    await page.getByRole('link', { name: 'Behind the choices' }).waitFor();
    await button.click();
    expect(await choices(page).allTextContents()).toEqual([
      'Editor in demo',
      'Viewer in demo',
      'Editor in other',
      'Viewer in other',
    ]);
    expect(await page.locator('.who [aria-current]').allTextContents()).toEqual(['Editor in demo']);
    expect(await axe(page)).toEqual([]);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await choices(page).first().isVisible()).toBe(false);
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('another role sees the same connector', async () => {
    const { connectorId } = await connect({ name: 'Seen by both' });
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await page.getByRole('button', { name: 'Editor in demo' }).press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Viewer in demo' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Seen by both' }).waitFor();
    expect(await page.getByRole('button', { name: 'Rename' }).count()).toBe(0);
  });

  test('another workspace begins with its list', async () => {
    const { connectorId } = await connect({ name: 'Of demo alone' });
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await page.getByRole('button', { name: 'Editor in demo' }).click();
    await choices(page).filter({ hasText: 'Editor in other' }).click();

    await page.getByRole('button', { name: 'Editor in other' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Connectors' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/connectors');
    expect(await page.getByRole('link', { name: 'Of demo alone' }).count()).toBe(0);
  });
});
