import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { HealthState } from '../../shared/schemas/health.ts';
import { sampleConnection, sampleId } from '../support/sample-records.ts';
import { asked } from './support/asked.ts';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';
import { putConnectors } from './support/put-connectors.ts';

const states: HealthState[] = ['healthy', 'healthy', 'degraded', 'broken'];
const path = (n: number) => `/connectors/${sampleId('connector', n)}`;

/** It is told in months, whenever the test is run. */
const longAgo = new Date(Date.now() - 90 * 86_400_000).toISOString();

/** 120 shops in demo, the 120th the newest: each fourth broken, one in ten paused; and three in the workspace other. */
async function prepare(stateFolder: string): Promise<void> {
  await putConnectors(stateFolder, 'demo', 120, (n) => ({
    name: n === 120 ? 'Newsletter <b>readers</b>' : `Shop ${String(n)}`,
    paused: n % 10 === 0 && n < 120,
    health: { state: states[n % 4] ?? 'unknown', since: longAgo, checkedAt: longAgo },
    ...(n === 119 && {
      connection: sampleConnection({
        purposes: ['export'],
        uniqueContactField: undefined,
        exportDataset: { project: 'acme-analytics', dataset: 'exports' },
      }),
    }),
  }));
}

const rows = (page: Page) => page.getByRole('list', { name: 'Connectors' }).getByRole('listitem');
const inWords = async (row: Locator) => (await row.innerText()).replaceAll(/\s+/g, ' ').trim();
const names = async (page: Page) => rows(page).getByRole('link').allTextContents();
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search by name' });
const said = (page: Page) => page.locator('#live').textContent();

inBrowser(
  'the list',
  ({ signedIn, browserOf, asking }) => {
    const opened = async (at = '/connectors', identity = 'editor@demo') => {
      const page = await signedIn(identity, at);
      await rows(page).first().waitFor();
      return page;
    };

    test('says of each connector how it is, what it is for, and when it was looked at', async () => {
      const page = await opened();

      expect(await inWords(rows(page).nth(0))).toMatch(
        /^Newsletter <b>readers<\/b> Reads contacts Health: Healthy for \d+ months Contact field: crm\.subscribers\.email matched with the platform’s e-mail address Last check: \d+ months ago$/,
      );
      expect(await inWords(rows(page).nth(1))).toMatch(
        /^Shop 119 Receives exports Health: Broken .* Exports to exports/,
      );
    });

    test('shows those of one health by its count, and goes back', async () => {
      const page = await opened();
      const filters = page.getByRole('navigation', { name: 'Show' });
      const counts = async () => filters.getByRole('link').allTextContents();
      const all = ['120 in all', '30 broken', '24 degraded', '55 healthy', '11 paused'];
      await expect.poll(counts).toEqual(all);

      await filters.getByRole('link', { name: '11 paused' }).click();
      await page.getByRole('link', { name: 'Shop 10', exact: true }).waitFor();

      expect(new URL(page.url()).search).toBe('?health=paused');
      await expect.poll(() => rows(page).count()).toBe(11);
      expect(await rows(page).first().innerText()).toContain('Paused');
      expect(await filters.locator('[aria-current]').allTextContents()).toEqual(['11 paused']);
      await page.goBack();
      await page.getByRole('link', { name: 'Shop 119' }).waitFor();
      expect(await filters.locator('[aria-current]').allTextContents()).toEqual(['120 in all']);
    });

    test('finds as one types, tells how many, and puts the search into the address', async () => {
      const page = await opened();

      await search(page).pressSequentially('shop 11', { delay: 20 });
      await expect.poll(() => rows(page).count()).toBe(11);

      expect(await names(page)).toContain('Shop 11');
      expect(new URL(page.url()).search).toBe('?query=shop+11');
      expect(await said(page)).toBe('11 connectors found.');
      const shared = await opened('/connectors?query=shop%2011&health=broken');
      expect(await search(shared).inputValue()).toBe('shop 11');
      expect(await names(shared)).toEqual(['Shop 119', 'Shop 115', 'Shop 111', 'Shop 11']);
      expect(await axe(shared)).toEqual([]);
    });

    test('shows what was typed last, also where an earlier search is answered later', async () => {
      const page = await opened();
      const slow = Promise.withResolvers<undefined>();
      const first = /list-connectors\?.*query=shop(%20|\+)1$/;
      await page.route(first, async (route) => {
        await slow.promise;
        await route.continue().catch(() => undefined); // nobody waits for it any more
      });

      const asked = page.waitForRequest(first);
      await search(page).fill('shop 1');
      await asked;
      await search(page).fill('shop 7');
      await page.getByRole('link', { name: 'Shop 7', exact: true }).waitFor();
      slow.resolve(undefined);
      await page.evaluate(async () => new Promise((drawn) => requestAnimationFrame(drawn)));

      expect(await names(page)).not.toContain('Shop 1');
      await expect.poll(() => rows(page).count()).toBe(11);
    });

    test('where nothing matches, says so and clears the search', async () => {
      const page = await opened();
      await search(page).fill('zebra');
      await page.getByText('No connector has “zebra” in its name.').waitFor();
      expect(await axe(page)).toEqual([]);

      await page.getByRole('button', { name: 'Clear the search' }).click();
      await rows(page).first().waitFor();

      expect(await search(page).inputValue()).toBe('');
      expect(new URL(page.url()).search).toBe('');
      expect(await search(page).evaluate((field) => field === document.activeElement)).toBe(true);
    });

    test('goes on by itself as one scrolls, and by a button', async () => {
      const page = await opened();
      await expect.poll(() => rows(page).count()).toBe(50);

      await page.mouse.move(600, 400);
      await page.mouse.wheel(0, 20_000);
      await expect.poll(() => rows(page).count()).toBe(100);
      await page.getByRole('button', { name: 'Show more' }).press('Enter');
      await expect.poll(() => rows(page).count()).toBe(120);

      expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
      expect(new Set(await names(page)).size).toBe(120);
    });

    test('asks for no more than its first page as long as nobody scrolls', async () => {
      const page = await (await browserOf()).newPage();
      const pages = asked(page, '/list-connectors?');
      await page.goto('/connectors');

      await expect.poll(() => rows(page).count()).toBe(50);
      await page.evaluate(async () => new Promise((drawn) => requestAnimationFrame(drawn)));

      expect(pages.length).toBe(1);
    });

    test('comes back to the row that was opened', async () => {
      const page = await opened();
      await page.mouse.move(600, 400);
      await page.mouse.wheel(0, 20_000);
      await expect.poll(() => rows(page).count()).toBe(100);
      await page.getByRole('link', { name: 'Shop 25', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Shop 25' }).waitFor();

      await page.goBack();
      const link = page.getByRole('link', { name: 'Shop 25', exact: true });
      await link.waitFor();

      await expect.poll(() => link.evaluate((it) => it === document.activeElement)).toBe(true);
      await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(100);
    });

    test('keeps what it shows where the network fails, and tries again', async () => {
      const page = await opened('/connectors?query=shop%2011');
      await page.route('**/list-connectors?**', (route) => route.abort());

      await search(page).fill('shop 12');
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('The network did not carry');
      await expect.poll(() => rows(page).count()).toBe(11);
      expect(await axe(page)).toEqual([]);
      await page.unroute('**/list-connectors?**');
      await page.getByRole('button', { name: 'Try again' }).click();

      await expect.poll(() => names(page)).toEqual(['Shop 12']);
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    test('says at once where it cannot be read at all, and reads it again', async () => {
      const context = await browserOf();
      await context.route('**/list-connectors?**', (route) => route.abort());
      const page = await context.newPage();
      await page.goto('/connectors');
      await page.getByRole('alert').waitFor();
      expect(await axe(page)).toEqual([]);

      await context.unroute('**/list-connectors?**');
      await page.getByRole('button', { name: 'Try again' }).click();

      await rows(page).first().waitFor();
    });

    test('is up to date again when one comes back to the tab', async () => {
      const page = await opened();
      const ask = await asking();
      const { json } = await ask(`/list-connectors/${sampleId('connector', 118)}`);
      const headers = { 'if-match': String(json.etag) };
      const renamed = { method: 'PUT', body: { name: 'Shop of Vienna' }, headers };
      expect((await ask(`/save-connector/${sampleId('connector', 118)}`, renamed)).status).toBe(
        200,
      );

      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.getByRole('link', { name: 'Shop of Vienna' }).waitFor();

      await expect.poll(() => said(page)).toBe('The list is up to date.');
      await page.getByText('Updated just now').waitFor();
    });

    test('says where it could not be brought up to date', async () => {
      const page = await opened();
      await page.route('**/list-connectors?**', (route) => route.abort());
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.getByText('It could not be updated.').waitFor();
      await expect.poll(() => rows(page).count()).toBe(50);

      await page.unroute('**/list-connectors?**');
      await page.getByRole('button', { name: 'Try again' }).click();

      await page.getByText('Updated just now').waitFor();
    });

    test('explains its words', async () => {
      const page = await opened('/connectors?query=shop%2011');
      await page.getByRole('button', { name: 'What do these words mean?' }).click();
      const words = page.getByRole('dialog', { name: 'What the words mean' });
      await words.waitFor();

      expect(await words.textContent()).toContain('It does not work until somebody mends it.');
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await words.isVisible()).toBe(false);
    });

    test('is gone through by keyboard alone', async () => {
      const page = await opened();
      await search(page).focus();
      await page.keyboard.type('shop 119');
      await expect.poll(() => rows(page).count()).toBe(1);
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const passed: (string | null | undefined)[] = [];
      for (let step = 0; step < 12 && passed.at(-1) !== 'Shop 119'; step += 1) {
        await page.keyboard.press('Tab');
        passed.push(await focused());
      }
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Shop 119' }).waitFor();

      expect(passed.slice(0, 2)).toEqual(['120 in all', '30 broken']);
      expect(passed.at(-1)).toBe('Shop 119');
      await expect.poll(focused).toBe('Shop 119');
      expect(new URL(page.url()).pathname).toBe(path(119));
    });

    test('moves nothing while it arrives, on a phone as on a desk', async () => {
      for (const viewport of [
        { width: 360, height: 740 },
        { width: 1280, height: 800 },
      ]) {
        const context = await browserOf('editor@demo', { viewport });
        await context.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver((list) => {
            for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[])
              shifts.push(value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        const page = await context.newPage();
        for (const part of ['**/list-connectors?**', '**/health-summary'])
          await page.route(part, async (route) => {
            await page.getByText('Connectors').first().waitFor();
            await route.continue();
          });
        await page.goto('/connectors');
        await rows(page).first().waitFor();
        await page.getByRole('link', { name: '120 in all' }).waitFor();

        expect(await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
          true,
        );
      }
    });

    describe('of an empty workspace', () => {
      test('leads into the form', async () => {
        const page = await signedIn('editor@other');
        await page.getByRole('heading', { name: 'Connect your first BigQuery' }).waitFor();
        expect(await axe(page)).toEqual([]);

        await page.getByRole('main').getByRole('link', { name: 'Connect BigQuery' }).last().click();

        await page.getByRole('heading', { level: 1, name: 'Connect BigQuery' }).waitFor();
      });

      test('tells a viewer who can begin', async () => {
        const page = await signedIn('viewer@other');
        await page.getByText('An editor of this workspace can make the first connector.').waitFor();

        expect(await page.getByRole('link', { name: 'Connect BigQuery' }).count()).toBe(0);
        expect(await axe(page)).toEqual([]);
      });
    });
  },
  prepare,
);
