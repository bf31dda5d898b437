import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import {
  checkRow,
  chooseKey,
  keyFacts,
  option,
  pick,
  pickField,
  validate,
} from './support/form.ts';
import { inBrowser, type Stage } from './support/in-browser.ts';

const validating = '**/validate-connection/';

/** Whatever goes wrong on the way: nothing is lost, nothing is done twice, and a sentence helps. */
inBrowser('a form on a bad day', (stage) => {
  test('survives a lost network in each of its steps', async () => {
    const page = await opened(stage);
    const lost = page.getByText('The network did not carry that.');
    const offline = async (is: boolean) => page.context().setOffline(is);

    await offline(true);
    await chooseKey(page, stage.service, 'good.json');
    await lost.waitFor();
    expect(await axe(page)).toEqual([]);
    await offline(false);
    await chooseKey(page, stage.service, 'good.json');
    await keyFacts(page).waitFor();

    await offline(true);
    await page.getByRole('button', { name: 'Validate connection' }).click();
    await lost.waitFor();
    await offline(false);
    expect(await validate(page)).toContain('All 10 checks passed.');
    expect(await lost.count()).toBe(0);

    await page.getByRole('combobox', { name: 'Dataset' }).click();
    await option(page, 'crm').waitFor();
    await page.keyboard.press('Escape');
    await offline(true);
    await page.getByRole('combobox', { name: 'Dataset' }).fill('cr');
    await lost.first().waitFor();
    await offline(false);
    await option(page, 'Try again').click();
    await option(page, 'crm').click();
    await pick(page, 'Table', 'subscribers');
    await pick(page, 'Column', 'email');
    await page.getByText('Everything is there.').waitFor();

    await offline(true);
    await page.getByRole('button', { name: 'Save connector' }).click();
    await lost.waitFor();
    await offline(false);
    await page.getByRole('button', { name: 'Save connector' }).click();
    await page.getByText('“On a bad day” is connected.').first().waitFor();
  });

  test('goes on without a stream that breaks off, and asks no third time', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'export-blind.json');
    const asked: string[] = [];
    await page.route(validating, async (route) => {
      const { accept = '' } = route.request().headers();
      asked.push(accept);
      if (accept !== 'text/event-stream') return route.continue();
      return route.fulfill({ contentType: accept, body: 'event: check\ndata: {"id":"A1"}\n\n' });
    });

    expect(await validate(page)).toContain('All 10 checks passed.');

    expect(asked).toEqual(['text/event-stream', 'application/json']);
  });

  test('renews its token once it is refused, in the middle of everything', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'export-blind.json');
    const tokens = new Set<string | undefined>();
    await page.route(validating, async (route) => {
      tokens.add(route.request().headers().authorization);
      return tokens.size === 1 ? refuse(route, 401, 'token-refused') : route.continue();
    });

    expect(await validate(page)).toContain('All 10 checks passed.');

    expect(tokens.size).toBe(2);
  });

  test('keeps everything over a new sign-in, where no token can be had any more', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'export-blind.json');
    await page.route(validating, async (route) => refuse(route, 401, 'token-refused'));
    await page.route('**/issuer/token', async (route) => {
      const json = { error: 'invalid_grant' };
      return route.fulfill({ status: 400, json });
    });
    await page.getByRole('button', { name: 'Validate connection' }).click();
    await page.getByText('You are signed out.').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.unrouteAll();

    await page.getByRole('button', { name: 'Sign in again' }).click();

    await page.getByText('What you entered before is still here').waitFor();
    expect(await page.getByLabel('Name of the connector').inputValue()).toBe('On a bad day');
    expect(await validate(page)).toContain('All 10 checks passed.');
  });

  test('counts down the wait that the service asks for, and can be pressed again after it', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'export-blind.json');
    await page.route(validating, async (route) => refuse(route, 429, 'rate-limited'), { times: 1 });
    const button = page.getByRole('button', { name: 'Validate connection' });

    await button.click();

    await page.getByText(/It is possible again in \d seconds?\./).waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await axe(page)).toEqual([]);
    await page.locator('#validate[aria-disabled=false]').waitFor();
    expect(await validate(page)).toContain('All 10 checks passed.');
  });

  test('is called off by Cancel, and the button has the focus', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'export-blind.json');
    const hang = { operation: 'datasets.list', status: 'hang', times: 20 };
    await stage.service.fetch('/sandbox/faults', { body: hang });
    await page.getByRole('button', { name: 'Validate connection' }).click();
    await checkRow(page, 'Google signs the account in').getByText('Passed').waitFor();
    expect(await checkRow(page, 'The project can be reached').innerText()).toMatch(/^Waiting/);
    expect(await axe(page)).toEqual([]);

    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByText('Cancelled. Nothing was changed.').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('validate');
    await stage.service.fetch('/sandbox/faults', { method: 'DELETE' });
    expect(await validate(page)).toContain('All 10 checks passed.');
  });

  test('leads from what the service would not save to where it is mended', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'export-blind.json');
    await validate(page);
    await pickField(page, 'crm', 'subscribers', 'email');
    await page.getByText('Everything is there.').waitFor();
    const save = page.getByRole('button', { name: 'Save connector' });

    await page.route('**/save-connector', async (route) =>
      refuse(route, 409, 'validation-expired'),
    );
    await save.click();
    await page.waitForFunction(() => document.activeElement?.id === 'validate');
    await page.unrouteAll();
    await validate(page);
    await page.route('**/save-connector', async (route) => refuse(route, 409, 'key-expiring'));
    await save.click();
    await page.waitForFunction(() => document.activeElement?.id === 'key');

    await save.press('Enter');
    const problems = page.getByRole('group', { name: 'There is a problem' });
    await expect
      .poll(() => problems.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    expect(await axe(page)).toEqual([]);
    await problems.getByRole('link', { name: 'Choose the key file.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('key');
  });
});

async function opened(stage: Stage): Promise<Page> {
  const page = await stage.signedIn('editor@demo', '/connectors/new');
  await page.getByLabel('Name of the connector').fill('On a bad day');
  return page;
}

const refuse = async (route: Route, status: number, code: string) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    headers: status === 429 ? { 'retry-after': '2' } : {},
    body: JSON.stringify({ code, title: 'No', detail: 'Not like this.', status }),
  });
