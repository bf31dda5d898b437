import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseKey, keyFacts, pick, reported, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';
import { meanwhile, takeOver } from './support/meanwhile.ts';

inBrowser('a change that was begun before a reload', (stage) => {
  const { read, edit, validated } = meanwhile(stage);
  const open = async ({ connectorId }: { connectorId: string }, screen: 'field' | 'key') =>
    stage.signedIn('editor@demo', `/connectors/${connectorId}/${screen}`);

  test('does not bring back the key that somebody else has replaced', async () => {
    const saved = await stage.connect({ name: 'Rotated meanwhile' });
    const page = await open(saved, 'field');
    await chooseColumn(page, 'external_id');
    const { validationId, keyId } = await validated({ key: 'expires-soon.json' });
    await edit(saved, { validationId });

    await reloaded(page);
    await page.getByRole('button', { name: 'Save the change' }).click();
    const anew = page.getByRole('button', { name: 'Take over the change and validate again' });
    await anew.waitFor();
    expect((await read(saved.connectorId)).keyId).toBe(keyId);
    await takeOver(page);

    const now = await read(saved.connectorId);
    expect(now.keyId).toBe(keyId);
    expect(now.connection.uniqueContactField?.column).toBe('external_id');
  });

  test('does not take away the purpose that somebody else has added', async () => {
    const saved = await stage.connect({ name: 'Export meanwhile' });
    const page = await open(saved, 'field');
    await chooseColumn(page, 'external_id');
    const { validationId } = await validated({
      connectorId: saved.connectorId,
      purposes: ['import', 'export'],
      exportDataset: { dataset: 'exports' },
    });
    await edit(saved, { validationId });

    await reloaded(page);
    await page.getByRole('button', { name: 'Save the change' }).click();

    const conflict = page.getByRole('region', { name: /Somebody else changed/ });
    await conflict.waitFor();
    const lines = await conflict.getByRole('listitem').allInnerTexts();
    expect(lines.map((line) => line.split('\n')[0])).toEqual([
      'For',
      'Column',
      'Contact key',
      'Export into',
    ]);
    expect((await read(saved.connectorId)).connection.purposes).toEqual(['import', 'export']);
  });

  test('of the key keeps nothing but the key: the field is the one that somebody else has chosen', async () => {
    const saved = await stage.connect({ name: 'Field meanwhile' });
    const page = await open(saved, 'key');
    await chooseKey(page, stage.service, 'expires-soon.json');
    await keyFacts(page).waitFor();
    const { validationId } = await validated({
      connectorId: saved.connectorId,
      uniqueContactField: {
        dataset: 'crm',
        table: 'subscribers',
        column: 'external_id',
        contactKey: { type: 'externalId' },
      },
    });
    await edit(saved, { validationId });

    await reloaded(page);
    await keyFacts(page).waitFor();
    await validate(page);
    await page.getByRole('button', { name: 'Use the new key' }).click();

    await page.getByText('uses its new key.').first().waitFor();
    const now = await read(saved.connectorId);
    expect(now.connection.uniqueContactField?.column).toBe('external_id');
    expect(now.previous?.keyId).toBe(saved.keyId);
  });

  test('goes on where nothing but the name was changed', async () => {
    const saved = await stage.connect({ name: 'Old name' });
    const page = await open(saved, 'field');
    await chooseColumn(page, 'external_id');
    await edit(saved, { name: 'New name' });

    await reloaded(page);
    await page.getByRole('button', { name: 'Save the change' }).click();

    await page.getByText('“New name” was changed.').first().waitFor();
  });

  test.each(['field', 'key'] as const)(
    'by an older page, which kept no beginning, is forgotten (%s)',
    async (screen) => {
      const saved = await stage.connect({ name: `Older ${screen}` });
      const page = await open(saved, screen);
      if (screen === 'field') await chooseColumn(page, 'external_id');
      else await chooseKey(page, stage.service, 'good.json');
      await kept(page);
      await page.evaluate(() => {
        const place = Object.keys(sessionStorage).find((name) => name.startsWith('draft ')) ?? '';
        const { base: _, ...older } = JSON.parse(sessionStorage.getItem(place) ?? '') as {
          base: unknown;
        };
        sessionStorage.setItem(place, JSON.stringify(older));
      });

      await page.reload();

      await page
        .getByText(/until (you save|the new one is proven)/)
        .first()
        .waitFor();
      expect(await page.getByText('What you entered').count()).toBe(0);
    },
  );
});

async function chooseColumn(page: Page, column: string): Promise<void> {
  await pick(page, 'Column', column);
  await reported(page);
  await page.getByText('Everything is there.').waitFor();
}

const kept = async (page: Page) =>
  page.waitForFunction(() => Object.keys(sessionStorage).some((name) => name.startsWith('draft ')));

async function reloaded(page: Page): Promise<void> {
  await kept(page);
  await page.reload();
  await page.getByText('What you entered before is still here').first().waitFor();
}
