import { expect, test } from 'vitest';
import { asked } from './support/asked.ts';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser('while the page is loading', ({ browserOf, signedIn, connect }) => {
  test('what the list needs is asked for once, and while it is not known yet who is asking', async () => {
    const page = await (await browserOf()).newPage();
    const list = asked(page, '/list-connectors?');
    const summary = asked(page, '/list-connectors/health-summary');
    await page.route('**/list-connectors/caller', async (route) => {
      await expect.poll(() => [list.length, summary.length]).toEqual([1, 1]);
      await route.continue();
    });

    await page.goto('/connectors?health=broken&query=shop+of+a%26b');
    await page.getByLabel('Sign in as').waitFor();
    await page.getByText('connector has “shop of a&b” in its name').first().waitFor();

    const query = new URL(list[0]?.url() ?? '').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      pageSize: '50',
      health: 'broken',
      query: 'shop of a&b',
    });
    expect([list.length, summary.length]).toEqual([1, 1]);
  });

  test('so is a connector, whichever of its screens is opened', async () => {
    const { connectorId } = await connect({ name: 'Shop' });
    const page = await (await browserOf()).newPage();
    const connector = asked(page, `/list-connectors/${connectorId}`);
    await page.route('**/list-connectors/caller', async (route) => {
      await expect.poll(() => connector.length).toBe(1);
      await route.continue();
    });

    await page.goto(`/connectors/${connectorId}`);
    await page.getByRole('heading', { level: 1, name: 'Shop' }).waitFor();

    const itself = connector.filter((request) => !request.url().endsWith('/changes'));
    expect(new Set(itself.map((request) => request.url())).size).toBe(itself.length);
  });

  test('an answer to what was asked ahead that is a refusal is shown as any other', async () => {
    await connect({ name: 'Refused at first' });
    const page = await (await browserOf()).newPage();
    const problem = {
      code: 'store-unavailable',
      title: 'The records cannot be reached',
      status: 503,
    };
    await page.route(
      '**/list-connectors?**',
      async (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ ...problem, detail: 'Try again in a minute.' }),
        }),
      { times: 1 },
    );

    await page.goto('/connectors');
    await page.getByText('The records cannot be reached.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('link', { name: 'Refused at first' }).waitFor();
  });

  test('nobody is told to be signed out because the first call got lost', async () => {
    await connect({ name: 'Lost at first' });
    const page = await (await browserOf()).newPage();
    await page.route('**/list-connectors/caller', async (route) => route.abort(), { times: 1 });

    await page.goto('/connectors');
    await page.getByRole('heading', { level: 1, name: 'The network did not carry that' }).waitFor();
    expect(await page.getByText('signed in').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('link', { name: 'Lost at first' }).waitFor();
  });

  test('is over, the other screens are fetched as well: they open without a network', async () => {
    const page = await (await browserOf()).newPage();
    const fetched: string[] = [];
    page.on('requestfinished', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto('/connectors');
    await page.getByLabel('Sign in as').waitFor();
    const { later } = JSON.parse((await page.locator('#shell').textContent()) ?? '') as {
      later: string[];
    };
    await expect.poll(() => later.filter((path) => !fetched.includes(path))).toEqual([]);

    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Connect BigQuery' }).first().click();

    await page.getByLabel('Name of the connector').waitFor();
    await page.context().setOffline(false);
  });

  test('a script of the page that does not come is told in the words that are there', async () => {
    const page = await (await browserOf()).newPage();
    await page.route('**/assets/page-*.js', async (route) => route.abort());

    await page.goto('/guide');
    await page.getByText('This part of the page could not be loaded.').waitFor();

    expect(await axe(page)).toEqual([]);
    await page.unrouteAll();
    await page.goto('/guide');
    await page.getByLabel('Google Cloud project').waitFor();
  });

  test('a screen that does not come says so, and comes when the page is loaded anew', async () => {
    const page = await signedIn('editor@demo');
    await page.route('**/assets/guide-screen-*.js', async (route) => route.abort());
    await page.getByRole('link', { name: 'Guide' }).click();

    const reload = page.getByRole('button', { name: 'Reload' });
    await reload.waitFor();
    expect(await axe(page)).toEqual([]);
    await page.unrouteAll();
    await reload.click();
    await page.getByLabel('Google Cloud project').waitFor();
  });
});
