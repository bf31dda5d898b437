import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseKey, pick, pickField, reported, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';

const done = (page: Page) => page.getByRole('region', { name: 'What was just done' });
const back = (page: Page) => done(page).getByRole('button', { name: 'Go back to it' });

/** Leaves for the guide while a call is under way, which then ends. */
async function leaveWhile(page: Page, calling: string, press: () => Promise<void>, fails = false) {
  const { promise: left, resolve } = Promise.withResolvers<undefined>();
  await page.route(calling, async (route) => {
    if (route.request().method() === 'GET') return route.fallback();
    await left;
    return fails ? route.abort() : route.continue();
  });
  const under = page.waitForRequest(calling);
  await press();
  await under;
  await page.getByRole('link', { name: 'Guide' }).click();
  await page.getByLabel('Google Cloud project').waitFor();
  resolve(undefined);
  await done(page).waitFor();
  await page.unroute(calling);
}

const isAtGuide = (page: Page) => {
  expect(new URL(page.url()).pathname).toBe('/guide');
};

inBrowser('who leaves while something is under way', (stage) => {
  test('hears what became of a new connector, and stays where she is', async () => {
    const page = await stage.signedIn('editor@demo', '/connectors/new');
    await page.getByLabel('Name of the connector').fill('Left behind');
    await chooseKey(page, stage.service, 'good.json');
    await validate(page);
    await pickField(page, 'crm', 'subscribers', 'email');
    await page.getByText('Everything is there.').waitFor();
    const save = () => page.getByRole('button', { name: 'Save connector' }).click();

    await leaveWhile(page, '**/save-connector', save, true);
    expect(await done(page).innerText()).toContain(
      '“Left behind” was not saved. The network did not carry that.',
    );
    isAtGuide(page);
    await back(page).click();
    await page.getByText('Everything is there.').waitFor();

    await leaveWhile(page, '**/save-connector', save);
    await done(page).getByText('“Left behind” is connected.').waitFor();
    isAtGuide(page);
    await page.getByRole('link', { name: 'Connectors', exact: true }).click();
    await page.getByRole('link', { name: 'Left behind' }).waitFor();
  });

  test('hears what became of a change', async () => {
    const { connectorId } = await stage.connect({ name: 'Changed' });
    const path = `/connectors/${connectorId}/field`;
    const page = await stage.signedIn('editor@demo', path);
    await pick(page, 'Column', 'phone');
    await reported(page);
    await page.getByText('Everything is there.').waitFor();
    const save = () => page.getByRole('button', { name: 'Save the change' }).click();

    await leaveWhile(page, '**/save-connector/**', save, true);
    expect(await done(page).innerText()).toContain('“Changed” was not saved.');
    await back(page).click();
    await page.getByText('Everything is there.').waitFor();
    expect(new URL(page.url()).pathname).toBe(path);

    await leaveWhile(page, '**/save-connector/**', save);
    await done(page).getByText('“Changed” was changed.').waitFor();
    isAtGuide(page);
  });

  test('hears what became of a deletion', async () => {
    const { connectorId } = await stage.connect({ name: 'Deleted' });
    const page = await stage.signedIn('editor@demo', `/connectors/${connectorId}`);
    const remove = async () => {
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('button', { name: 'Delete it' }).click();
      await page.keyboard.press('Escape');
    };

    await leaveWhile(page, '**/delete-connector/**', remove, true);
    expect(await done(page).innerText()).toContain('“Deleted” was not deleted.');
    await back(page).click();
    await page.getByRole('heading', { level: 1, name: 'Deleted' }).waitFor();

    await leaveWhile(page, '**/delete-connector/**', remove);
    await done(page).getByText('“Deleted” was deleted.').waitFor();
    isAtGuide(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await done(page).getByText('“Deleted” is back.').waitFor();
  });

  test('is told of what somebody else was faster with that it was not done', async () => {
    const { connectorId, etag } = await stage.connect({ name: 'Contested' });
    const page = await stage.signedIn('editor@demo', `/connectors/${connectorId}`);
    const ask = await stage.asking();
    const pause = async () => {
      await page.getByRole('button', { name: 'Pause' }).click();
      const headers = { 'if-match': `"${etag}"` };
      const body = { name: 'Renamed meanwhile' };
      await ask(`/save-connector/${connectorId}`, { method: 'PUT', body, headers });
    };

    await leaveWhile(page, '**/save-connector/**', pause);

    expect(await done(page).innerText()).toContain('“Contested” was not paused.');
    await back(page).click();
    await page.getByRole('heading', { level: 1, name: 'Renamed meanwhile' }).waitFor();
  });
});
