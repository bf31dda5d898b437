import { expect, test } from 'vitest';
import { privateKeysIn } from '../service/running-service.ts';
import { axe } from './support/axe.ts';
import { checkRow, chooseKey, pick, pickField, typeName, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';

const form = '/connectors/new';

inBrowser('the form', (stage) => {
  test('leads from a name and a good key to a saved connector', async () => {
    const page = await stage.signedIn('editor@demo', form);
    const save = page.getByRole('button', { name: 'Save connector' });
    expect(await axe(page)).toEqual([]);
    expect(await save.getAttribute('aria-disabled')).toBe('true');

    await page.getByLabel('Name of the connector').fill('Shop data');
    await chooseKey(page, stage.service, 'good.json');
    const facts = page.getByRole('group', { name: 'The key' });
    await facts.getByText('reader@acme-analytics.iam.gserviceaccount.com').waitFor();
    expect(await facts.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await axe(page)).toEqual([]);

    expect(await validate(page)).toBe('All 10 checks passed.');
    expect(await checkRow(page, 'The dataset is there').innerText()).toMatch(/^Later/);
    const missing = page.locator('#save-missing');
    expect(await missing.getByRole('listitem').allInnerTexts()).toEqual([
      'Choose the dataset of the contacts.',
    ]);

    await pickField(page, 'crm', 'contacts', 'email');
    expect(await page.getByLabel('E-mail address').isChecked()).toBe(true);
    await page.getByText('One row a key: 17,074 (85.4%)').first().waitFor();
    expect(await checkRow(page, 'The column holds usable keys').innerText()).toMatch(/^Warning/);
    expect(await page.getByText(/Google bills 10 MiB for the check: less than/).count()).toBe(1);
    expect(await axe(page)).toEqual([]);

    await save.dblclick();
    await page.getByText('“Shop data” is connected.').first().waitFor();
    expect(page.url()).toMatch(/\/connectors\/con-[0-9a-z]{26}$/);
    const ask = await stage.asking();
    const { connectors } = (await ask('/list-connectors/')).json as { connectors: unknown[] };
    expect(connectors).toHaveLength(1);
    await page.goto(form);
    expect(await page.getByLabel('Name of the connector').inputValue()).toBe('');
  });

  test('says at the name that it is taken, and takes the reader there', async () => {
    await stage.connect({ name: 'Taken' });
    const page = await stage.signedIn('editor@demo', form);
    await page.getByLabel('Name of the connector').fill('  taken ');
    await chooseKey(page, stage.service, 'reader-of-one-table.json');
    await validate(page);
    await typeName(page, 'Dataset', 'crm');
    await typeName(page, 'Table', 'subscribers');
    await pick(page, 'Column', 'email');
    await page.getByText('Everything is there.').waitFor();

    await page.getByRole('button', { name: 'Save connector' }).click();

    const name = page.getByLabel('Name of the connector');
    await page.locator('#name-fault').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await page.waitForFunction(() => document.activeElement?.id === 'name');
    await name.fill('Not taken');
    expect(await name.getAttribute('aria-invalid')).toBe('false');
    await page.getByRole('button', { name: 'Save connector' }).click();
    await page.getByText('“Not taken” is connected.').first().waitFor();
  });

  test('keeps what was entered over a reload and over a trip to another screen, but never the key', async () => {
    const page = await stage.signedIn('editor@demo', form);
    await page.getByLabel('Name of the connector').fill('Half-way');
    await chooseKey(page, stage.service, 'export-blind.json');
    await validate(page);
    await pick(page, 'Dataset', 'crm');
    await page.waitForFunction(() =>
      JSON.stringify(sessionStorage).includes('\\"dataset\\":\\"crm\\"'),
    );

    await page.reload();

    await page.getByText('What you entered before is still here').waitFor();
    expect(await page.getByLabel('Name of the connector').inputValue()).toBe('Half-way');
    expect(await page.locator('.report-found').innerText()).toContain('All 10 checks passed.');
    expect(await page.getByRole('combobox', { name: 'Dataset' }).inputValue()).toBe('crm');
    const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
    expect(kept).toContain('blind-writer@acme-analytics');
    for (const key of privateKeysIn(stage.service.stateFolder)) {
      expect(kept).not.toContain(key.slice(100, 160));
    }
    expect(kept).not.toContain('PRIVATE KEY');

    await page.getByRole('button', { name: 'Start over' }).first().click();
    await page.getByRole('button', { name: 'Forget it' }).click();
    expect(await page.getByLabel('Name of the connector').inputValue()).toBe('');
    await page.reload();
    expect(await page.getByLabel('Name of the connector').inputValue()).toBe('');
  });

  test('shows a viewer no form', async () => {
    const page = await stage.signedIn('viewer@demo', form);

    await page.getByText('Changing something needs an editor').waitFor();
    expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
  });
});
