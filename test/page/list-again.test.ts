import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './support/in-browser.ts';
import { putConnectors } from './support/put-connectors.ts';

const prepare = async (stateFolder: string) =>
  putConnectors(stateFolder, 'demo', 6, (n) => ({ name: `Shop ${String(n)}`, paused: n <= 2 }));

const reading = '**/list-connectors?**';
const rows = (page: Page) => page.getByRole('list', { name: 'Connectors' }).getByRole('listitem');
const said = (page: Page) => page.locator('#live').textContent();
const comeBack = async (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

inBrowser(
  'the list, once more',
  ({ signedIn, browserOf }) => {
    test('that could not be read at first is read when one comes back to the tab, and says so where it fails again', async () => {
      const context = await browserOf();
      await context.route(reading, (route) => route.abort());
      const page = await context.newPage();
      await page.goto('/connectors');
      await page.getByRole('alert').waitFor();

      const again = page.waitForRequest(reading);
      await comeBack(page);
      await again;
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await context.unroute(reading);
      await comeBack(page);

      await expect.poll(() => rows(page).count()).toBe(6);
    });

    test('whose filter could not be read still says so after one came back', async () => {
      const page = await signedIn('editor@demo');
      await expect.poll(() => rows(page).count()).toBe(6);
      await page.route(reading, (route) => route.abort());
      await page.getByRole('link', { name: '2 paused' }).click();
      await page.getByRole('alert').waitFor();

      const again = page.waitForRequest(reading);
      await comeBack(page);
      await again;
      await page.getByRole('alert').waitFor();
      await page.unroute(reading);
      await page.getByRole('button', { name: 'Try again' }).click();

      await expect.poll(() => rows(page).count()).toBe(2);
    });

    test('of a filter that was seen before says how many there are', async () => {
      const page = await signedIn('editor@demo');
      await page.getByRole('link', { name: '2 paused' }).click();
      await expect.poll(() => said(page)).toBe('2 connectors found.');
      await page.getByRole('link', { name: '6 in all' }).click();
      await expect.poll(() => said(page)).toBe('6 connectors found.');
      await page.getByRole('link', { name: '2 paused' }).click();
      await expect.poll(() => said(page)).toBe('2 connectors found.');

      await comeBack(page);
      await expect.poll(() => said(page)).toBe('The list is up to date.');
    });

    test('leads who is signed out to the sign-in', async () => {
      const page = await signedIn('editor@demo');
      await expect.poll(() => rows(page).count()).toBe(6);
      await page.route(reading, (route) =>
        route.fulfill({ status: 401, json: { code: 'token-refused', detail: '' } }),
      );
      await page.route('**/issuer/token', (route) =>
        route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
      );
      await comeBack(page);
      await page.getByText('You are signed out.').waitFor();
      expect(await page.getByText('It could not be updated.').count()).toBe(0);
      await page.unrouteAll();

      const trip = page.waitForRequest('**/issuer/auth?**');
      await page.getByRole('button', { name: 'Sign in again' }).click();

      await trip;
      await expect.poll(() => rows(page).count()).toBe(6);
    });
  },
  prepare,
);
