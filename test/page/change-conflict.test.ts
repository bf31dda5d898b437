import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { asked } from './support/asked.ts';
import { chooseKey, keyFacts, pick, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';
import { meanwhile } from './support/meanwhile.ts';

inBrowser('saving a change', (stage) => {
  const { read, edit } = meanwhile(stage);
  const open = async ({ connectorId }: { connectorId: string }, screen = 'field') =>
    stage.signedIn('editor@demo', `/connectors/${connectorId}/${screen}`);
  const save = (page: Page) => page.getByRole('button', { name: 'Save the change' });

  test('over somebody else’s saves what is shown as one’s own, and nothing that was tried before', async () => {
    const saved = await stage.connect({ name: 'Chosen anew' });
    const page = await open(saved);
    await chooseColumn(page, 'phone');
    await edit(saved, { name: 'Renamed meanwhile' });
    await save(page).click();
    const conflict = page.getByRole('region', { name: /Somebody else changed/ });
    await conflict.waitFor();
    const puts = asked(page, '/save-connector/');

    await page.route('**/validate-connection/**', async (route) => route.abort());
    await pick(page, 'Column', 'external_id');
    await page.getByText('The network did not carry that').first().waitFor();
    const over = conflict.getByRole('button', { name: 'Save mine over it' });
    await over.click({ force: true });
    expect(await over.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await conflict.getByText('validate again').count()).toBe(1);
    expect(puts).toEqual([]);
    expect(await axe(page)).toEqual([]);

    await page.unroute('**/validate-connection/**');
    await validate(page);
    await over.click();
    await page.getByText('was changed.').first().waitFor();
    const { connection } = await read(saved.connectorId);
    expect(connection.uniqueContactField?.column).toBe('external_id');
  });

  test('over somebody else’s says it when that fails', async () => {
    const saved = await stage.connect({ name: 'Fails' });
    const page = await open(saved);
    await chooseColumn(page, 'phone');
    await edit(saved, { name: 'Fails, renamed' });
    await save(page).click();
    const conflict = page.getByRole('region', { name: /Somebody else changed/ });
    await conflict.waitFor();

    await page.route('**/save-connector/**', async (route) => route.abort());
    await conflict.getByRole('button', { name: 'Save mine over it' }).click();

    await conflict.getByText('The network did not carry that').waitFor();
  });

  test.each(['field', 'key'])(
    'whose answer was lost is no conflict with oneself (%s)',
    async (screen) => {
      const saved = await stage.connect({ name: `Lost ${screen}` });
      const page = await open(saved, screen);
      if (screen === 'field') await chooseColumn(page, 'phone');
      else {
        await chooseKey(page, stage.service, 'expires-soon.json');
        await keyFacts(page).waitFor();
        await validate(page);
      }
      await page.route(
        '**/save-connector/**',
        async (route) => {
          await route.fetch();
          await route.abort();
        },
        { times: 1 },
      );
      const button = page.getByRole('button', { name: /Save the change|Use the new key/ });
      await button.click();
      await page.getByText('The network did not carry that').waitFor();
      expect((await read(saved.connectorId)).etag).not.toBe(saved.etag);

      await button.click();

      await page
        .getByText(/was changed|uses its new key/)
        .first()
        .waitFor();
      expect(new URL(page.url()).pathname).toBe(`/connectors/${saved.connectorId}`);
    },
  );
});

async function chooseColumn(page: Page, column: string): Promise<void> {
  await pick(page, 'Column', column);
  await page.getByText('Everything is there.').waitFor();
}
