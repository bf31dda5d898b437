import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser('the page', ({ signedIn, connect }) => {
  test('opens on the list, signed in as an editor', async () => {
    await connect({ name: 'Shop' });

    const page = await signedIn('editor@demo', '/');

    await page.getByRole('link', { name: 'Shop' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Connectors');
    expect(await page.getByRole('link', { name: 'Connect BigQuery' }).count()).toBe(1);
    expect(await page.title()).toBe('Connectors – BigQuery connectors');
    expect(await axe(page)).toEqual([]);
  });

  test('shows a viewer the same, with nothing to change', async () => {
    const page = await signedIn('viewer@demo');

    await page.getByRole('link', { name: 'Shop' }).waitFor();
    await page.getByRole('button', { name: 'Viewer in demo' }).waitFor();
    expect(await page.getByRole('link', { name: 'Connect BigQuery' }).count()).toBe(0);
  });

  test('says in its own words that an address leads nowhere, and where to go', async () => {
    for (const address of ['/conectors', '/connectors/new/now', '/connectors/shop']) {
      const page = await signedIn('editor@demo', address);

      await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
      expect(await axe(page)).toEqual([]);
      await page.getByRole('main').getByRole('link', { name: 'connectors' }).click();
      await page.getByRole('link', { name: 'Shop' }).waitFor();
    }
  });

  test('shows another workspace nothing of it', async () => {
    const page = await signedIn('editor@other');

    await page.getByRole('link', { name: 'Connect BigQuery' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Shop' }).count()).toBe(0);
  });
});
