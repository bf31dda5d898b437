import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { chooseKey, keyFacts, pick, reported, useAnother, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';
import { meanwhile, takeOver } from './support/meanwhile.ts';

inBrowser('a saved connector', (stage) => {
  const { read, edit, validated } = meanwhile(stage);

  test('gets another contact field, tried with its own key before it is saved', async () => {
    const { connectorId } = await stage.connect({ name: 'Field' });
    const page = await stage.signedIn('editor@demo', `/connectors/${connectorId}/field`);
    await page.getByText('“Field” works as before until you save.').waitFor();
    expect(await page.getByRole('combobox', { name: 'Column' }).inputValue()).toBe('email');
    expect(await axe(page)).toEqual([]);

    await pick(page, 'Column', 'phone');
    expect(await reported(page)).toMatch(/works|passed/);
    await page.getByText('Everything is there.').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the change' }).click();

    await page.getByText('“Field” was changed.').first().waitFor();
    const { connection } = await read(connectorId);
    expect(connection.uniqueContactField).toMatchObject({
      column: 'phone',
      contactKey: { type: 'phone' },
    });
  });

  test('gets a new key, which is tried with everything that it does; the old one is kept', async () => {
    const { connectorId, keyId } = await stage.connect({ name: 'Key' });
    const page = await stage.signedIn('editor@demo', `/connectors/${connectorId}/key`);
    await page.getByText('The key now').waitFor();
    expect(await axe(page)).toEqual([]);

    await chooseKey(page, stage.service, 'no-dataset-access.json');
    await keyFacts(page).waitFor();
    expect(await validate(page)).toContain('It does not work yet');
    expect(await page.locator('#save-missing').innerText()).toContain('validate again');

    await useAnother(page);
    await chooseKey(page, stage.service, 'reader-of-one-table.json');
    await keyFacts(page).waitFor();
    expect(await validate(page)).toContain('All 15 checks passed.');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use the new key' }).click();

    await page.getByText('“Key” uses its new key.').first().waitFor();
    const saved = await read(connectorId);
    expect(saved.key.clientEmail).toMatch(/^one-table@/);
    expect(saved.previous?.keyId).toBe(keyId);
  });

  test('loses a cost limit that is emptied', async () => {
    const saved = await stage.connect({ name: 'Limited' });
    const { connectorId } = saved;
    const maximumBytesBilled = 5 * 1024 ** 3;
    const { validationId } = await validated({ connectorId, maximumBytesBilled });
    await edit(saved, { validationId });
    const page = await openField(saved);

    await page.getByLabel('Cost limit of one query').fill('');
    await page.getByRole('button', { name: 'Validate connection' }).click();
    await page.getByText('Everything is there.').waitFor();
    await page.getByRole('button', { name: 'Save the change' }).click();

    await page.getByText('“Limited” was changed.').first().waitFor();
    expect((await read(connectorId)).connection.maximumBytesBilled).toBe(10 * 1024 ** 3);
  });

  test('that works but for a warning looks so where the field was chosen, too', async () => {
    const { connectorId } = await stage.connect({ name: 'Warned', key: 'expires-soon.json' });
    const page = await changedTo(await openField({ connectorId }), 'external_id');
    const icons = page.locator('.report-found path, .field-outcome p path');

    await page.locator('.field-outcome').getByText('1 thing deserves a look').waitFor();
    const [ofReport, ofField] = await icons.evaluateAll((paths) => [
      ...new Set(paths.map((path) => path.getAttribute('d'))),
    ]);
    expect([typeof ofReport, ofField]).toEqual(['string', undefined]);
  });

  test('that somebody else renamed meanwhile shows both versions, and mine can stay', async () => {
    const saved = await stage.connect({ name: 'Conflict' });
    const page = await changedTo(await openField(saved), 'external_id');
    await edit(saved, { name: 'Renamed meanwhile' });

    await page.getByRole('button', { name: 'Save the change' }).click();
    const conflict = page.getByRole('region', { name: /Somebody else changed/ });
    const column = conflict.getByRole('listitem').filter({ hasText: /^Column/ });
    await column.waitFor();
    expect(await column.getByRole('definition').allInnerTexts()).toEqual([
      'acme-analytics.crm.subscribers.external_id',
      'acme-analytics.crm.subscribers.email',
    ]);
    expect(await axe(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Save mine over it' }).click();

    await page.getByText('was changed.').first().waitFor();
    const { name, connection } = await read(saved.connectorId);
    expect(name).toBe('Renamed meanwhile');
    expect(connection.uniqueContactField?.column).toBe('external_id');
  });

  test('whose key somebody else replaced meanwhile is tried again with that: nothing rolls it back', async () => {
    const saved = await stage.connect({ name: 'Two at once' });
    const page = await changedTo(await openField(saved), 'external_id');
    const { validationId, keyId } = await validated({ key: 'expires-soon.json' });
    await edit(saved, { validationId });

    await page.getByRole('button', { name: 'Save the change' }).click();
    await takeOver(page);

    const now = await read(saved.connectorId);
    expect(now.keyId).toBe(keyId);
    expect(now.connection.uniqueContactField?.column).toBe('external_id');
  });

  const openField = async ({ connectorId }: { connectorId: string }) =>
    stage.signedIn('editor@demo', `/connectors/${connectorId}/field`);
});

async function changedTo(page: Page, column: string): Promise<Page> {
  await pick(page, 'Column', column);
  await page.getByText('Everything is there.').waitFor();
  return page;
}
