import { expect, test } from 'vitest';
import { chooseKey, keyFacts, pick, reported, validate } from './support/form.ts';
import { subscribersEmail } from '../support/subscribers-email.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser('a form that becomes another’s', (stage) => {
  test('shows and saves the connector of its address, and not the one before', async () => {
    const external = { column: 'external_id', contactKey: { type: 'externalId' } };
    const one = await stage.connect({ name: 'One' });
    const other = await stage.connect({
      name: 'Other',
      uniqueContactField: { ...subscribersEmail, ...external },
    });
    const page = await stage.signedIn('editor@demo', `/connectors/${one.connectorId}/field`);
    await page.getByText('“One” works as before until you save.').waitFor();

    // As the history does that leads over several screens at once.
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/connectors/${other.connectorId}/field`);
    await page.getByText('“Other” works as before until you save.').waitFor();
    const column = page.getByRole('combobox', { name: 'Column' });
    await expect.poll(() => column.inputValue()).toBe('external_id');

    await pick(page, 'Column', 'phone');
    await reported(page);
    await page.getByText('Everything is there.').waitFor();
    const saved = page.waitForRequest((request) => request.method() === 'PUT');
    await page.getByRole('button', { name: 'Save the change' }).click();
    expect((await saved).url()).toContain(other.connectorId);
    await page.getByText('“Other” was changed.').first().waitFor();
  });

  test('calls off what tries the key before: its report does not stand under the new one', async () => {
    const page = await stage.signedIn('editor@demo', '/connectors/new');
    await chooseKey(page, stage.service, 'no-dataset-access.json');
    await keyFacts(page).waitFor();
    const held = Promise.withResolvers<undefined>();
    await page.route('**/validate-connection/', async (route) => {
      await held.promise;
      await route.continue().catch(() => undefined); // nobody waits for it any more
    });
    await page.getByRole('button', { name: 'Validate connection' }).click();
    await page.getByRole('button', { name: 'Validating …' }).waitFor();

    await page.getByRole('button', { name: 'Use another file' }).click();
    await chooseKey(page, stage.service, 'good.json');
    await keyFacts(page).waitFor();

    expect(await page.getByRole('button', { name: 'Validating …' }).count()).toBe(0);
    held.resolve(undefined);
    await page.unrouteAll({ behavior: 'wait' });
    expect(await page.locator('.report-found').count()).toBe(0);
    expect(await validate(page)).toContain('It works.');
  });
});
