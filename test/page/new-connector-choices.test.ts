import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { checkRow, chooseKey, pick, pickField, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser('the choices of the form', (stage) => {
  const opened = async (key: string) => {
    const page = await stage.signedIn('editor@demo', '/connectors/new');
    await page.getByLabel('Name of the connector').fill(`With ${key}`);
    await chooseKey(page, stage.service, key);
    return page;
  };
  const saved = async (page: Page) => {
    await page.getByText('Everything is there.').waitFor();
    await page.getByRole('button', { name: 'Save connector' }).click();
    await page.waitForURL(/\/connectors\/con-/);
    const [, connectorId = ''] = /(con-[0-9a-z]+)$/.exec(page.url()) ?? [];
    const ask = await stage.asking();
    const { connection } = (await ask(`/list-connectors/${connectorId}`)).json;
    return connection as { uniqueContactField?: object; exportDataset?: object };
  };

  test('an export: its dataset is tried with the rest, and asks for no contact field', async () => {
    const page = await opened('export-reader.json');
    await page.getByLabel('Export data').check();
    await page.getByLabel('Import contacts').uncheck();
    expect(await page.getByRole('heading', { name: 'Unique contact field' }).count()).toBe(0);
    await pick(page, 'Dataset to export into', 'exports');
    expect(await axe(page)).toEqual([]);

    expect(await validate(page)).toContain('It does not work yet');
    expect(await checkRow(page, 'The export can be written').innerText()).toContain('Data Editor');

    await page.getByRole('button', { name: 'Use another file' }).click();
    await chooseKey(page, stage.service, 'good.json');
    await validate(page);
    expect(await saved(page)).toMatchObject({
      purposes: ['export'],
      exportDataset: { project: 'acme-analytics', dataset: 'exports' },
    });
  });

  test('a table of another project, and an additional field of the platform by its id', async () => {
    const page = await opened('good.json');
    await validate(page);
    await page.getByText('The table lies in another project').click();
    await page.getByLabel('Project of the table').fill('acme-warehouse');
    await pick(page, 'Dataset', 'sales');
    await page.getByRole('combobox', { name: 'Table' }).click();
    const table = page.getByRole('listbox').getByRole('option').first();
    const name = (await table.innerText()).trim();
    await table.click();
    await page.getByRole('combobox', { name: 'Column' }).click();
    await page.getByRole('option', { disabled: false }).last().click();

    await page.getByLabel('An additional contact field').check();
    await page.getByText('Enter the id of the additional field.').waitFor();
    await page.getByLabel('Id of the additional field').fill('loyalty_no');

    expect(await saved(page)).toMatchObject({
      uniqueContactField: {
        project: 'acme-warehouse',
        dataset: 'sales',
        table: name,
        contactKey: { type: 'additionalField', id: 'loyalty_no' },
      },
    });
  });

  test('names come a page at a time', async () => {
    const page = await opened('good.json');
    await validate(page);
    await pick(page, 'Dataset', 'crm');
    await page.route('**/browse-tables?*', async (route) => {
      const url = route.request().url().replace('pageSize=50', 'pageSize=4');
      return route.continue({ url });
    });
    await page.getByRole('combobox', { name: 'Table' }).click();
    await page.getByText('The first 4 names.').waitFor();

    await page.keyboard.press('End');
    await page.locator('[data-highlighted]', { hasText: 'Show more' }).waitFor();
    await page.keyboard.press('Enter');

    await page.getByText('The first 8 names.').waitFor();
    const fifth = page.getByRole('listbox').getByRole('option').nth(4);
    await page.waitForFunction(
      (id) => document.activeElement?.getAttribute('aria-activedescendant') === id,
      await fifth.getAttribute('id'),
    );
  });

  test('what is typed is what is chosen, also before the service has answered', async () => {
    const page = await opened('good.json');
    await validate(page);
    await pick(page, 'Dataset', 'crm');
    const table = page.getByRole('combobox', { name: 'Table' });
    await table.click();
    await page.getByText('18 names.').waitFor();
    const { promise: held, resolve: answer } = Promise.withResolvers<undefined>();
    await page.route('**/browse-tables?*', async (route) => held.then(async () => route.abort()));

    await page.keyboard.insertText('subscribers');
    await page.keyboard.press('Enter');

    await page.getByText('First choose a table.').waitFor({ state: 'detached' });
    expect(await table.inputValue()).toBe('subscribers');
    answer(undefined);
  });

  test('what the reader looks at stays where it is while the report above it grows', async () => {
    const page = await opened('good.json');
    await validate(page);
    await pickField(page, 'crm', 'contacts', 'email');
    const column = page.getByRole('combobox', { name: 'Column' });
    const place = async () => (await column.boundingBox())?.y ?? 0;
    const before = await place();

    await checkRow(page, 'The column holds usable keys').getByText('Usable keys:').waitFor();

    expect(Math.abs((await place()) - before)).toBeLessThan(2);
  });

  test('a cost limit and a project that pays are checked as they are entered', async () => {
    const page = await opened('good.json');
    await page.getByText('Cost limit and who pays').click();
    await page.getByText('10 GiB cost about $0.06 at Google’s list price.').waitFor();
    await page.getByLabel('Cost limit of one query').fill('much');
    const why = page.getByText('Before that: Enter a cost limit from 0.01');
    await why.waitFor();
    await page.getByLabel('Cost limit of one query').fill('1024');
    await page.getByText('1 TiB cost about $6.25').waitFor();
    await page.getByLabel('Cost limit of one query').fill('1,024');
    await page.getByText('1 TiB cost about $6.25').waitFor();
    await page.getByLabel('Project that pays for queries').fill('Not A Project');
    await page.getByText('Before that: Correct the project id').waitFor();
    await page.getByLabel('Project that pays for queries').fill('acme-playground');
    await validate(page);
    expect(await page.getByText('Queries run in project acme-playground').count()).toBe(0);
    await page.getByRole('button', { name: 'Show all details' }).click();
    expect(await page.getByText('Queries run in project acme-playground').count()).toBe(1);
  });

  test('what has grown old is noticed: the report after half an hour, the key after a day', async () => {
    const page = await opened('good.json');
    await validate(page);
    await pickField(page, 'crm', 'subscribers', 'email');
    await page.getByText('Everything is there.').waitFor();
    await age(page, 'report');
    await page
      .getByText('Validate again: the last time is more than 30 minutes ago.')
      .first()
      .waitFor();
    await age(page, 'key');
    await page.getByText('The key is destroyed by now').first().waitFor();
    expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(1);
    expect(await page.getByRole('combobox', { name: 'Column' }).inputValue()).toBe('email');
  });
});

/** As if it were so long ago: what the tab keeps is read again. */
async function age(page: Page, what: 'report' | 'key'): Promise<void> {
  await page.evaluate((old) => {
    const place = Object.keys(sessionStorage).find((name) => name.startsWith('draft new')) ?? '';
    const draft = JSON.parse(sessionStorage.getItem(place) ?? '') as Record<string, object>;
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    const aged = {
      ...draft,
      ...(old === 'key' && { key: { ...draft.key, expiresAt } }),
      ...(old === 'report' && { reportAt: Number(draft.reportAt) - 30 * 60 * 1000 }),
    };
    sessionStorage.setItem(place, JSON.stringify(aged));
  }, what);
  await page.reload();
}
