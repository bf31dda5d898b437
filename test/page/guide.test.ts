import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';

const filledIn =
  '/guide?project=acme-analytics&for=import&for=export&dataset=crm&export-dataset=exports';
const step = (page: Page, name: string | RegExp) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });

inBrowser('the guide', ({ signedIn, browserOf }) => {
  test('puts the reader’s own names into each line, and into its address', async () => {
    const page = await signedIn('viewer@demo', '/guide');
    expect(await page.getByText('YOUR_PROJECT').count()).toBeGreaterThan(3);

    await page.getByLabel('Google Cloud project').fill('acme-analytics');
    await page.getByLabel('Dataset with the contacts').fill('crm');
    await page.getByLabel('Export data into a dataset').check();
    await page.getByLabel('Dataset for the export').fill('exports');

    await page.waitForURL(`**${filledIn}`);
    expect(await page.getByText(/YOUR_/).count()).toBe(0);
    await step(page, /Data Viewer/)
      .getByText('ON SCHEMA `acme-analytics`.`crm` TO')
      .waitFor();
    await step(page, /Data Editor/)
      .getByText('`acme-analytics`.`exports` TO')
      .waitFor();
    const link = step(page, /Job User/).getByRole('link', { name: 'Open the page' });
    expect(await link.getAttribute('href')).toBe(
      'https://console.cloud.google.com/iam-admin/iam?project=acme-analytics',
    );
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('opened from such a link shows the same to a colleague, in light and in dark', async () => {
    const page = await signedIn('editor@demo', filledIn, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });

    expect(await page.getByLabel('Google Cloud project').inputValue()).toBe('acme-analytics');
    expect(await page.getByText(/YOUR_/).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Connect BigQuery' }).count()).toBe(1);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy a link for a colleague' }).click();
    await page.getByRole('status').getByText('Copied: a link for a colleague').waitFor();
    const copied = await page.evaluate(async () => navigator.clipboard.readText());
    expect(copied.endsWith(filledIn)).toBe(true);
  });

  test('says it where the browser has no clipboard to copy to', async () => {
    const page = await (await browserOf()).newPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto('/guide');
    await page.getByLabel('Sign in as').waitFor();

    await page.getByRole('button', { name: 'Copy a link for a colleague' }).click();

    await page.getByRole('status').getByText('It could not be copied.').waitFor();
  });

  test('says what is wrong with a name, and puts it into no line', async () => {
    const page = await signedIn(
      'editor@demo',
      `/guide?${new URLSearchParams({ project: "x'; id; '" }).toString()}`,
    );

    const field = page.getByLabel('Google Cloud project');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('A project id has 6 to 30').waitFor();
    expect(await page.locator('pre').getByText("x'").count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  test('has all commands as one, and the same for Terraform, by the arrow keys', async () => {
    const page = await signedIn('editor@demo', filledIn);

    await page.getByRole('tab', { name: 'Step by step' }).focus();
    await page.keyboard.press('ArrowRight');
    const all = page.getByRole('tabpanel', { name: 'All commands' });
    expect(await all.locator('pre').textContent()).toContain('# Make the key file\ngcloud iam');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    const terraform = page.getByRole('tabpanel', { name: 'With Terraform' });
    expect(await terraform.locator('pre').textContent()).toContain(
      'resource "google_bigquery_dataset_iam_member" "connector_import"',
    );
    expect(await axe(page)).toEqual([]);
  });

  test.each([320, 2560])('fits a window of %i pixels', async (width) => {
    const page = await signedIn('editor@demo', filledIn, { viewport: { width, height: 800 } });

    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
});
