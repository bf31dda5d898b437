import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keyFacts, reported } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser('the form by keyboard alone', (stage) => {
  test('connects, refuses what cannot be chosen with its reason, and moves next to nothing under the eyes', async () => {
    const page = await stage.signedIn('editor@demo', '/connectors/new');
    const said = await listening(page);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };

    const chosen = page.waitForEvent('filechooser');

    await tabTo(page, 'Name of the connector');
    await page.keyboard.type('By keyboard');
    await tabTo(page, 'Choose a file');
    await press('Enter');
    await (
      await chosen
    ).setFiles({
      name: 'good.json',
      mimeType: 'application/json',
      buffer: stage.service.keyFile('good.json'),
    });
    await keyFacts(page).waitFor();
    await tabTo(page, 'Validate connection');
    await press('Enter');
    expect(await reported(page)).toContain('All 10 checks passed.');
    expect(await focused(page)).toBe('Validate again');

    await tabTo(page, 'Dataset');
    await page.keyboard.type('CR');
    await page.getByRole('option', { name: 'crm' }).waitFor();
    await press('Enter');
    await tabTo(page, 'Table');
    await press('ArrowDown');
    await page.getByRole('option', { name: 'no_key_fits' }).waitFor();
    await page.keyboard.type('no_key');
    await page.getByText('1 name.').waitFor();
    await press('Enter');
    await tabTo(page, 'Column');
    await press('ArrowDown');
    const unfit = page.getByRole('listbox').getByRole('option').first();
    await unfit.waitFor();
    expect(await unfit.getAttribute('aria-disabled')).toBe('true');
    expect(await unfit.innerText()).toContain('Cannot be used:');
    await press('ArrowDown'); // into the list, where names came after it had been opened
    await page.locator('[role=option][data-highlighted][aria-disabled=true]').waitFor();
    await press('Enter');
    expect(await page.getByRole('combobox', { name: 'Column' }).inputValue()).toBe('');
    expect(await unfit.isVisible()).toBe(true);
    await press('Escape', 'Shift+Tab');

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('subscribers');
    await page.getByText('1 name.').waitFor();
    await press('Enter');
    await tabTo(page, 'Column');
    await page.keyboard.type('contact_id');
    await page.getByText('1 name.').waitFor();
    await press('Enter');
    await tabTo(page, 'Contact id of the platform');
    await press('Home', 'ArrowDown', 'ArrowUp');
    const email = page.getByRole('radio', { name: 'E-mail address' });
    expect(await email.isChecked()).toBe(false);
    expect(await email.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Everything is there.').waitFor();
    await tabTo(page, 'Save connector');
    await press('Enter');
    await page.getByText('“By keyboard” is connected.').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

    const all = (await said()).join(' ');
    expect(all).toContain('The key file could be read. It is a key of reader@acme-analytics');
    expect(all).toContain('The key file can be read: passed.');
    expect(all).toContain('Google signs the account in: passed.');
    expect(all).toContain('All 10 checks passed.');
    expect(await shifts(page)).toBeLessThan(0.02);
  });
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

/** The name of what has the focus, as far as this form needs it. */
const focused = async (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return label?.textContent.trim() ?? '';
  });

/** What the live region says from now on. */
async function listening(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const said: string[] = [];
    const region = document.querySelector('#live');
    if (!region) throw new Error('The region is there from the start.');
    new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
    return said;
  });
  return async () => heard.jsonValue();
}

const shifts = async (page: Page) =>
  page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(total(list.getEntries()));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(0);
        }, 500);

        function total(entries: PerformanceEntryList): number {
          // Chromium's own kind of entry, which TypeScript's types of the web do not have.
          const moved = entries as unknown as { value: number; hadRecentInput: boolean }[];
          return moved.reduce((sum, each) => sum + (each.hadRecentInput ? 0 : each.value), 0);
        }
      }),
  );
