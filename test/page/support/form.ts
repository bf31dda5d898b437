import type { Page } from 'playwright-core';
import type { RunningService } from '../../service/running-service.ts';

/** Hands a sample key over by the button's file chooser. */
export async function chooseKey(
  page: Page,
  { keyFile }: Pick<RunningService, 'keyFile'>,
  name: string,
) {
  await chooseFile(page, { name, mimeType: 'application/json', buffer: keyFile(name) });
}

export async function chooseFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

/** What can be told of the key once it has been read. */
export const keyFacts = (page: Page) => page.getByRole('group', { name: 'The key' });

/** Back to the place where a file is handed over. */
export async function useAnother(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use another file' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'key');
}

/** Presses the button, and gives the report's first sentence once all checks have ended. */
export async function validate(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Validate (connection|again)$/ }).click();
  return reported(page);
}

export async function reported(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Validate again' }).waitFor();
  return (await page.locator('.report-found').innerText()).trim();
}

/** Chooses a name in one of the comboboxes. */
export async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await option(page, name).click();
}

export const option = (page: Page, name: string) =>
  page.getByRole('listbox').getByRole('option', { name: new RegExp(`^${name}\\b`) });

/** Dataset, table and column; and the report that the page then asks for by itself. */
export async function pickField(page: Page, dataset: string, table: string, column: string) {
  await pick(page, 'Dataset', dataset);
  await pick(page, 'Table', table);
  await pick(page, 'Column', column);
}

/** A name that the account cannot list, but the reader knows. */
export async function typeName(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(name);
  await page.getByRole('option', { name: `Use “${name}” as typed` }).waitFor();
  await page.keyboard.press('Enter');
}

/** The row of one check. */
export const checkRow = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`^[A-Z][a-z ]+ ${title}`) });
