import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asked } from './support/asked.ts';
import { axe } from './support/axe.ts';
import { chooseFile, keyFacts, useAnother, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';

inBrowser('the place for the key file', (stage) => {
  const form = async () => stage.signedIn('editor@demo', '/connectors/new');

  test('tells wrong files apart before anything is sent', async () => {
    const page = await form();
    const uploads: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/upload-key')) uploads.push(request.url());
    });
    const says = async (words: RegExp) => page.getByText(words).first().waitFor();
    const file = async (name: string, content: string | Buffer) =>
      chooseFile(page, { name, mimeType: '', buffer: Buffer.from(content) });

    await file('key.pdf', '%PDF-1.7 …');
    await says(/That is a PDF document/);
    expect(await axe(page)).toEqual([]);
    await file('key.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]));
    await says(/That is a picture/);
    await file('keys.zip', Buffer.from([0x50, 0x4b, 3, 4, 20]));
    await says(/That is an archive/);

    const { stateFolder } = stage.service;
    const large = join(stateFolder, 'backup.json');
    writeFileSync(large, '{');
    truncateSync(large, 50_000_000);
    await chooseFile(page, large);
    await says(/That file has 50 MB/);
    await drop(page, [join(stateFolder, 'keys')]);
    await says(/That is a folder/);
    const ten = Array.from({ length: 10 }, (_, at) => join(stateFolder, `${String(at)}.json`));
    for (const path of ten) writeFileSync(path, '{}');
    await drop(page, ten);
    await says(/Those are 10 files/);
    await pasteText(page, 'correct horse battery staple');
    await says(/What you pasted is no key file, and was not sent anywhere/);
    expect(uploads).toEqual([]);
  });

  test('sends a key once, though it was pasted twice in a moment', async () => {
    const page = await form();
    const uploads = asked(page, '/upload-key');
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();

    await pasteText(page, stage.service.keyFile('good.json').toString(), 2);
    await keyFacts(page).waitFor();
    expect(uploads).toHaveLength(1);

    await useAnother(page);
    await pasteText(page, '{"type": "authorized_user"}');
    await page
      .getByText(/the sign-in of a person/)
      .first()
      .waitFor();
    await pasteText(page, stage.service.keyFile('good.json').toString());
    await keyFacts(page).waitFor();
  });

  test('reads a file that is dropped, and one whose text is pasted', async () => {
    const page = await form();
    await drop(page, [join(stage.service.stateFolder, 'keys', 'good.json')]);
    await keyFacts(page).waitFor();
    await useAnother(page);

    await pasteText(page, stage.service.keyFile('good.json').toString());
    await keyFacts(page).waitFor();
    await useAnother(page);

    await page.getByRole('button', { name: 'Paste the key instead' }).click();
    const field = page.getByLabel('Text of the key file');
    expect(await axe(page)).toEqual([]);
    await field.fill('{"type": "authorized_user"}');
    await page.getByRole('button', { name: 'Read the pasted key' }).click();
    await page
      .getByText(/the sign-in of a person/)
      .first()
      .waitFor();
    expect(await field.inputValue()).toBe('');
    await field.fill(stage.service.keyFile('base64.txt').toString());
    await page.getByRole('button', { name: 'Read the pasted key' }).click();
    await keyFacts(page).waitFor();
    expect(await page.locator('.notice-warn').count()).toBe(1);
    expect(await validate(page)).toContain('All 10 checks passed.');
  });
});

/** As a hand does it: the browser's own drag, with files of the disk. */
async function drop(page: Page, files: string[]): Promise<void> {
  const zone = page.locator('.zone');
  await zone.scrollIntoViewIfNeeded();
  const box = await zone.boundingBox();
  if (!box) throw new Error('The zone is shown.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

async function pasteText(page: Page, text: string, times = 1): Promise<void> {
  await page.evaluate(
    ([words, often]) => {
      for (let time = 0; time < often; time++) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', words);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      }
    },
    [text, times] as const,
  );
}
