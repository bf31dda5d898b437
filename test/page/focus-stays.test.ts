import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pick } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';
import { meanwhile } from './support/meanwhile.ts';
import { putConnectors } from './support/put-connectors.ts';

const prepare = async (stateFolder: string) =>
  putConnectors(stateFolder, 'other', 60, (n) => ({ name: `Shop ${String(n)}` }));

const reading = '**/list-connectors?**';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What has the focus: its kind, and what it says. */
const focused = async (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.tagName ?? ''} ${activeElement?.textContent.trim() ?? ''}`;
  });

/** Nothing that was pressed may leave its reader at the top of the page: where each goes when it is gone. */
inBrowser(
  'the focus, when what had it is gone,',
  (stage) => {
    const { signedIn, browserOf, connect } = stage;

    test('stays at the end of the list after the last “Show more”', async () => {
      const page = await signedIn('editor@other');
      const more = button(page, 'Show more');
      const rows = page.getByRole('list', { name: 'Connectors' }).getByRole('listitem');
      await expect.poll(() => rows.count()).toBe(50);

      await more.focus(); // it is in view then, and its page comes by itself
      await expect.poll(() => rows.count()).toBe(60);
      expect(await more.count()).toBe(0);

      await expect.poll(() => focused(page)).toMatch(/^A Shop \d+$/);
    });

    test('is on the history after the last “Show earlier”', async () => {
      const { connectorId } = await connect({ name: 'Earlier' });
      await meanwhile(stage).edit(await meanwhile(stage).read(connectorId), { name: 'Later' });
      const page = await signedIn('editor@demo');
      await page.route('**/changes?**', (route) =>
        route.continue({ url: route.request().url().replace('pageSize=20', 'pageSize=1') }),
      );
      await page.goto(`/connectors/${connectorId}`);
      await button(page, 'Show earlier').press('Enter');
      await page.getByText('connected it').waitFor();

      await expect.poll(() => focused(page)).toBe('H2 History');
    });

    test('is on “Check now” after its “Cancel”', async () => {
      const { connectorId } = await connect({ name: 'Checked' });
      const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
      await page.route('**/validate-connection/', () => undefined); // never answered
      await button(page, 'Check now').press('Enter');
      await button(page, 'Cancel').press('Enter');

      await expect.poll(() => focused(page)).toBe('BUTTON Check now');
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });

    test('is on the page after a “Try again” that helped', async () => {
      const { connectorId } = await connect({ name: 'Tried' });
      const ofOne = `**/list-connectors/${connectorId}`;
      for (const [path, calling, place] of [
        ['/connectors', reading, /^A /],
        ['/connectors?show=deleted', '**/list-connectors/deleted?**', /^(A|H1) /],
        [`/connectors/${connectorId}`, ofOne, /^H1 Tried$/],
        [`/connectors/${connectorId}`, '**/changes?**', /^(BUTTON|H2) /],
        [`/connectors/${connectorId}/field`, ofOne, /^H1 Change the contact field$/],
      ] as const) {
        const page = await (await browserOf()).newPage();
        await page.route(calling, (route) => route.abort());
        await page.goto(path);
        const again = button(page, 'Try again');
        await again.first().waitFor();
        await page.unroute(calling);
        await again.first().press('Enter');
        await again.waitFor({ state: 'detached' });

        await expect.poll(() => focused(page), { message: path }).toMatch(place);
      }
    });

    test('is above the list after “Show all connectors”', async () => {
      await connect({ name: 'Of all' });
      const page = await signedIn('editor@demo', '/connectors?health=broken');
      await button(page, 'Show all connectors').press('Enter');
      await page.getByRole('link', { name: 'Of all' }).waitFor();

      await expect.poll(() => focused(page)).toMatch(/^A /);
    });

    test('is on the heading of what was deleted lately, and of the list again', async () => {
      const page = await signedIn('editor@other');
      await page.getByRole('link', { name: 'Recently deleted' }).press('Enter');
      await expect.poll(() => focused(page)).toBe('H1 Recently deleted');
      await page.getByRole('link', { name: 'All connectors' }).press('Enter');

      await expect.poll(() => focused(page)).toBe('H1 Connectors');
    });

    test('is on what tries the change again that was taken over', async () => {
      const saved = await connect({ name: 'Taken over' });
      const { edit, validated } = meanwhile(stage);
      const page = await signedIn('editor@demo', `/connectors/${saved.connectorId}/field`);
      await pick(page, 'Column', 'external_id');
      await page.getByText('Everything is there.').waitFor();
      const { validationId } = await validated({ key: 'expires-soon.json' });
      await edit(saved, { validationId });
      await button(page, 'Save the change').click();
      await button(page, 'Take over the change and validate again').press('Enter');

      await expect.poll(() => focused(page)).toMatch(/^BUTTON Validat/);
    });

    test('is nowhere where somebody pressed beside everything', async () => {
      const { connectorId } = await connect({ name: 'Beside' });
      const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
      await page.route('**/validate-connection/', () => undefined); // never answered
      await button(page, 'Check now').press('Enter');
      await button(page, 'Cancel').focus();
      await page.mouse.click(5, 400);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.evaluate(() => {
        const [cancel] = [...document.querySelectorAll('main button')].filter(
          ({ textContent }) => textContent === 'Cancel',
        );
        if (cancel instanceof HTMLElement) cancel.click();
      });
      await button(page, 'Cancel').waitFor({ state: 'detached' });
      await page.evaluate(
        async () =>
          new Promise((drawn) =>
            requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn))),
          ),
      );

      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    });
  },
  prepare,
);
