import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asked } from './support/asked.ts';
import { option, pick, reported } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';

const browsing = '**/browse-tables?*';
/** By then what was chosen is tried. */
const settledMs = 2000;
const box = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true });

inBrowser('the names to choose from', (stage) => {
  /** The form of a saved connector, whose field is crm.subscribers.email. */
  const opened = async (name: string) => {
    const { connectorId } = await stage.connect({ name });
    const page = await stage.signedIn('editor@demo', `/connectors/${connectorId}/field`);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#column')?.value === 'email',
    );
    return page;
  };

  test('a name that cannot serve, typed and left, does not stay in the field, and its reason is said', async () => {
    const page = await opened('Unfit');
    await page.route(browsing, async (route) => {
      const json = {
        columns: [
          { column: 'email', type: 'STRING', contactKeys: ['email'] },
          { column: 'consent', type: 'BOOLEAN', contactKeys: [], reason: 'It is true or false.' },
        ],
      };
      await route.fulfill({ json });
    });
    await box(page, 'Column').fill('consent');
    await page.getByText('1 name.').waitFor();

    await page.keyboard.press('Tab');

    await expect.poll(() => box(page, 'Column').inputValue()).toBe('email');
    expect(await page.locator('#live').textContent()).toBe('Cannot be used: It is true or false.');
  });

  test('a letter that is taken back before its answer came leaves the whole list', async () => {
    const page = await opened('Taken back');
    await box(page, 'Table').click();
    await page.getByText('18 names.').waitFor();
    const held = Promise.withResolvers<undefined>();
    await page.route(browsing, async (route) => {
      await held.promise;
      await route.continue().catch(() => undefined); // nobody waits for it any more
    });
    const late = page.waitForRequest(/browse-tables\?.*query=s/);
    await box(page, 'Table').fill('s');
    await late;

    await box(page, 'Table').fill('');
    held.resolve(undefined);

    await page.getByText('18 names.').waitFor();
    expect(await page.getByText('Looking …').count()).toBe(0);
  });

  test('a list that was empty is asked for again, and another one after half a minute', async () => {
    const page = await opened('Granted');
    await page.route(browsing, (route) => route.fulfill({ json: { datasets: [] } }), { times: 1 });
    await box(page, 'Dataset').click();
    await page.getByText('This account can list nothing here.').waitFor();
    await page.keyboard.press('Escape');
    const requests = asked(page, '/browse-tables?');

    await box(page, 'Dataset').click();
    await option(page, 'crm').waitFor();
    await page.keyboard.press('Escape');
    await box(page, 'Dataset').click();
    await option(page, 'crm').waitFor();
    await page.keyboard.press('Escape');
    expect(requests.length).toBe(1);

    await page.clock.setFixedTime(Date.now() + 31_000);
    await box(page, 'Dataset').click();
    await option(page, 'crm').waitFor();
    await expect.poll(() => requests.length).toBe(2);
  });

  test('who is signed out is led to the sign-in', async () => {
    const page = await opened('Signed out');
    await page.route(browsing, (route) =>
      route.fulfill({ status: 401, json: { code: 'token-refused', detail: '' } }),
    );
    await page.route('**/issuer/token', (route) =>
      route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
    );
    await box(page, 'Dataset').click();
    const again = page.getByRole('option', { name: 'Sign in again' });
    await again.waitFor();
    expect(await page.getByRole('option', { name: 'Try again' }).count()).toBe(0);
    await page.unrouteAll();

    const trip = page.waitForRequest('**/issuer/auth?**');
    await again.click();

    await trip;
    await page.getByText('“Signed out” works as before').waitFor();
  });

  test('choosing what is chosen already wipes nothing, and is not tried again', async () => {
    const page = await opened('Chosen twice');
    const tried = asked(page, '/validate-connection');
    const external = page.getByRole('radio', { name: 'External id' });
    await external.check();
    await reported(page);
    expect(tried.length).toBe(1);

    await page.clock.install();
    await pick(page, 'Column', 'email');
    const contactId = page.getByRole('radio', { name: 'Contact id of the platform' });
    await expect.poll(() => contactId.getAttribute('aria-disabled')).not.toBeNull();
    expect(await external.isChecked()).toBe(true);
    await pick(page, 'Table', 'subscribers');
    await pick(page, 'Dataset', 'crm');
    await page.clock.fastForward(settledMs);
    expect(await box(page, 'Column').inputValue()).toBe('email');
    expect(await external.isChecked()).toBe(true);

    await page.getByRole('radio', { name: 'E-mail address' }).check();
    await expect.poll(() => tried.length).toBe(2);
    expect(tried[1]?.postDataJSON()).toMatchObject({
      uniqueContactField: { contactKey: { type: 'email' } },
    });
  });

  test('so is the dataset of an export', async () => {
    const page = await opened('Exported twice');
    await page.getByLabel('Export data').check();
    await pick(page, 'Dataset to export into', 'exports');
    await reported(page);
    const tried = asked(page, '/validate-connection');
    await page.clock.install();

    await pick(page, 'Dataset to export into', 'exports');
    await page.clock.fastForward(settledMs);
    await pick(page, 'Dataset to export into', 'crm');
    await expect.poll(() => tried.length).toBe(1);

    expect(tried[0]?.postDataJSON()).toMatchObject({ exportDataset: { dataset: 'crm' } });
  });
});
