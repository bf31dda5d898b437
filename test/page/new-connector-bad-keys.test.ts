import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import {
  checkRow,
  chooseKey,
  keyFacts,
  pickField,
  reported,
  useAnother,
  validate,
} from './support/form.ts';
import { inBrowser, type Stage } from './support/in-browser.ts';

/** A key that does not do, what the page says of it, and what makes it good. */
inBrowser('a bad key', (stage) => {
  test('whose file broke off is refused at once, and another file is read', async () => {
    const page = await opened(stage);

    await chooseKey(page, stage.service, 'truncated.json');
    await page
      .getByText(/The file breaks off after \d+ characters/)
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);

    await chooseKey(page, stage.service, 'lost-line-breaks.json');
    await keyFacts(page).waitFor();
    expect(await page.getByText(/line breaks .* repaired/).count()).toBeGreaterThan(0);
  });

  test('without the right to run queries: says whom to ask for what, as one message', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'no-job-permission.json');

    expect(await validate(page)).toBe('It does not work yet: 1 thing has to be mended.');

    const row = checkRow(page, 'The account may run queries');
    expect(await row.innerText()).toMatch(/^Failed/);
    await row.getByRole('tab', { name: 'gcloud' }).click();
    const command = 'gcloud projects add-iam-policy-binding acme-analytics';
    expect(await row.getByRole('tabpanel').innerText()).toContain(command);
    await row.getByRole('button', { name: 'Copy the gcloud command' }).click();
    await expect.poll(() => clipboard(page)).toContain(command);
    await row.getByRole('tab', { name: 'gcloud' }).press('ArrowRight');
    expect(await row.getByRole('tabpanel').innerText()).toContain('google_project_iam_member');
    const link = await pressConsole(page);
    expect(link).toMatch(/^https:\/\/console\.cloud\.google\.com\/iam-admin/);
    expect(await axe(page)).toEqual([]);

    await page.getByRole('button', { name: /Copy everything for your administrator/ }).click();
    await expect
      .poll(() => clipboard(page))
      .toContain('no-jobs@acme-analytics.iam.gserviceaccount.com');
    const letter = await clipboard(page);
    expect(letter).toMatch(/Whoever administers project acme-analytics, please grant/);
    expect(letter).toContain(command);
    expect(letter).toContain('roles like BigQuery Admin are not needed');

    await mendedBy(page, stage, 'good.json');
    expect(await validate(page)).toContain('All 10 checks passed.');
  });

  test('that was deleted: only another one helps', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'deleted-key.json');

    expect(await validate(page)).toContain('It does not work yet');
    expect(await checkRow(page, 'The key is alive at Google').innerText()).toMatch(/^Failed/);
    const signIn = await checkRow(page, 'Google signs the account in').innerText();
    expect(signIn).toContain('“The key is alive at Google” tells why');

    await mendedBy(page, stage, 'expires-soon.json');
    expect(await validate(page)).toBe('It works. 1 thing deserves a look.');
    expect(await checkRow(page, 'The key is alive at Google').innerText()).toMatch(/in 1[12] days/);
  });

  test('that sees the table but none of its rows: the choice stays while the key is replaced', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'metadata-only.json');
    expect(await validate(page)).toContain('All 10 checks passed.');
    await pickField(page, 'crm', 'subscribers', 'email');
    const row = checkRow(page, 'The rows may be read');
    await row.getByRole('tab', { name: 'bq' }).click();
    expect(await row.getByRole('tabpanel').innerText()).toContain('roles/bigquery.dataViewer');
    expect(await page.locator('#save-missing').innerText()).toContain('validate again');

    await mendedBy(page, stage, 'good.json');
    await validate(page);

    await page.getByText('One row a key: 1,000 (100%)').first().waitFor();
    await page.getByText('Everything is there.').waitFor();
  });

  test('whose rights are mended meanwhile is validated again without choosing its file again', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'good.json');
    await forbidQueries(stage);
    expect(await validate(page)).toContain('It does not work yet: 1 thing has to be mended.');

    await stage.service.fetch('/sandbox/faults', { method: 'DELETE' });

    expect(await validate(page)).toContain('All 10 checks passed.');
    expect(await checkRow(page, 'The account may run queries').innerText()).toMatch(/^Passed/);
  });

  test('is not to blame where the column holds nothing usable: another table does', async () => {
    const page = await opened(stage);
    await chooseKey(page, stage.service, 'good.json');
    await validate(page);
    await pickField(page, 'crm', 'blank_contacts', 'email');
    await page.getByText('Have it mended as the report says, and validate again.').waitFor();
    expect(await page.getByRole('button', { name: /Copy everything/ }).count()).toBe(0);

    await pickField(page, 'crm', 'subscribers', 'email');

    await page.getByText('Everything is there.').waitFor();
    expect(await reported(page)).toContain('All 15 checks passed.');
  });
});

async function opened(stage: Stage): Promise<Page> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await stage.signedIn('editor@demo', '/connectors/new', { permissions });
  await page.getByLabel('Name of the connector').fill('Shop data');
  return page;
}

async function mendedBy(page: Page, { service }: Stage, file: string): Promise<void> {
  await useAnother(page);
  await chooseKey(page, service, file);
  await keyFacts(page).waitFor();
}

async function pressConsole(page: Page): Promise<string | null> {
  await page.getByRole('tab', { name: 'Console' }).first().click();
  return page
    .getByRole('link', { name: /Google Cloud console/ })
    .first()
    .getAttribute('href');
}

const clipboard = async (page: Page) => page.evaluate(async () => navigator.clipboard.readText());

/** As Google answers who lacks the role Job User. */
async function forbidQueries({ service }: Stage): Promise<void> {
  const message =
    'Access Denied: Project acme-analytics: User does not have bigquery.jobs.create permission in project acme-analytics.';
  const errors = [{ message, domain: 'global', reason: 'accessDenied' }];
  const error = { code: 403, message, errors, status: 'PERMISSION_DENIED' };
  for (const operation of ['jobs.insert', 'jobs.insert.dryRun']) {
    const body = { operation, status: 403, body: { error }, times: 20 };
    await service.fetch('/sandbox/faults', { body });
  }
}
