import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asked } from './support/asked.ts';
import { inBrowser } from './support/in-browser.ts';

/** Lets the next calls of a function be refused as those whose token has expired. */
async function refuseTokens(page: Page, times: number): Promise<void> {
  const problem = { code: 'token-refused', title: 'The token is refused', detail: 'Sign in.' };
  await page.route(
    /\/list-connectors(\?|$)/,
    async (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ ...problem, status: 401 }),
      }),
    { times },
  );
}

const openList = async (page: Page) =>
  page.getByRole('link', { name: 'Connectors', exact: true }).click();

inBrowser('a token that ends in the middle', ({ signedIn }) => {
  test('is renewed, and what was asked is asked again, without a word', async () => {
    const page = await signedIn('editor@demo', '/guide');
    const renewals = asked(page, '/issuer/token');
    await refuseTokens(page, 1);

    await openList(page);
    await page.getByRole('link', { name: 'Connect BigQuery' }).first().waitFor();

    const sent = () => renewals.map((request) => request.postData());
    const renewal = expect.stringContaining('grant_type=refresh_token') as string;
    await expect.poll(sent).toEqual([renewal]);
    await page.locator('.first').waitFor();
    expect(sent()).toEqual([renewal]);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('is renewed once, however many ask', async () => {
    const page = await signedIn('editor@demo', '/guide');
    const renewals = asked(page, '/issuer/token');
    await refuseTokens(page, 3);
    const held = Promise.withResolvers<undefined>();
    await page.route('**/issuer/token', async (route) => {
      await held.promise;
      await route.continue();
    });

    // The list is opened, left and opened again while the first of them still waits for its token.
    await openList(page);
    await expect.poll(() => renewals.length).toBe(1);
    await page.getByRole('link', { name: 'Guide' }).click();
    await openList(page);
    held.resolve(undefined);

    await page.getByRole('link', { name: 'Connect BigQuery' }).first().waitFor();
    expect(renewals.length).toBe(1);
  });

  test('is renewed ahead of its end, before anybody asks', async () => {
    const page = await signedIn('editor@demo', '/guide');
    const lasting = 62; // the renewal comes a minute before the end
    await page.route('**/issuer/token', async (route) => {
      const answer = await route.fetch();
      const json = (await answer.json()) as object;
      await route.fulfill({ response: answer, json: { ...json, expires_in: lasting } });
    });
    const renewals = asked(page, '/issuer/token');

    await page.reload();
    await page.getByLabel('Sign in as').waitFor();

    await expect.poll(() => renewals.length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(renewals[1]?.postData()).toContain('grant_type=refresh_token');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('and cannot be renewed any more: one is asked to sign in, and comes back to the same place', async () => {
    const page = await signedIn('editor@demo', '/guide');
    await refuseTokens(page, 1);
    await page.route(
      '**/issuer/token',
      async (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
      { times: 1 },
    );

    await openList(page);
    await page.getByText('You are signed out.').waitFor();
    // Where it leads is left again in a moment: who looked for it after the click would have missed it.
    const back = page.waitForURL('**/signed-in?**', { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await back;
    await page.getByLabel('Sign in as').waitFor();

    expect(new URL(page.url()).pathname).toBe('/connectors');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('and the network is gone: that is said, and trying again is enough', async () => {
    const page = await signedIn('editor@demo', '/guide');
    await refuseTokens(page, 1);
    await page.route('**/issuer/token', async (route) => route.abort(), { times: 1 });

    await openList(page);
    await page.getByText('The network did not carry that.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('and the functions refuse the new one as well: their reason is shown, and nothing goes in circles', async () => {
    const page = await signedIn('editor@demo', '/guide');
    const [trips, renewals] = [asked(page, '/issuer/auth?'), asked(page, '/issuer/token')];
    await refuseTokens(page, 2);

    await openList(page);
    await page.getByText('The token is refused.').waitFor();

    expect([trips.length, renewals.length]).toEqual([0, 1]);
  });
});
