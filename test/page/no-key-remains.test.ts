import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { privateKeysIn } from '../service/running-service.ts';
import { scanner, type Seen } from '../support/canary/scanner.ts';
import { ofAssertion, ofPrivateKey } from '../support/canary/secret.ts';
import { chooseKey, pickField, useAnother, validate } from './support/form.ts';
import { inBrowser } from './support/in-browser.ts';
import { remainsOf, sentBy } from './support/remains.ts';

inBrowser('in the reader’s browser', (stage) => {
  const paste = async (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);

  test('neither a key nor a token remains anywhere, whichever way it went', async () => {
    const page = await stage.signedIn('editor@demo', '/connectors');
    const sent = sentBy(page);
    const seen: Seen[] = [];
    const look = async () => {
      seen.push(...(await remainsOf(page)));
    };
    const { service } = stage;
    const facts = page.getByRole('group', { name: 'The key' });
    await page.goto('/connectors/new');
    await page.getByLabel('Name of the connector').fill('Shop data');

    await chooseKey(page, service, 'truncated.json');
    await page
      .getByText(/The file breaks off/)
      .first()
      .waitFor();
    await look();
    await page.reload();
    await page.getByRole('button', { name: 'Paste the key instead' }).click();
    await page.getByLabel('Text of the key file').fill(service.keyFile('base64.txt').toString());
    await page.getByRole('button', { name: 'Read the pasted key' }).click();
    await facts.waitFor();
    await look();
    await useAnother(page);
    await paste(page, service.keyFile('no-rights.json').toString());
    await facts.getByText('no-rights@acme-analytics.iam.gserviceaccount.com').waitFor();
    await look();
    await useAnother(page);
    await chooseKey(page, service, 'good.json');
    await facts.getByText('reader@acme-analytics.iam.gserviceaccount.com').waitFor();
    await look();
    await validate(page);
    await pickField(page, 'crm', 'subscribers', 'email');
    await page.getByText('Everything is there.').waitFor();
    await look();
    await page.reload();
    await page.getByText('What you entered before is still here').waitFor();
    await look();
    await page.getByRole('button', { name: 'Save connector' }).click();
    await page.getByText('“Shop data” is connected.').first().waitFor();
    await look();
    await page.goBack();
    await look();

    expect(sent.tokens.size).toBeGreaterThan(0);
    const scan = scanner([
      ...privateKeysIn(service.stateFolder).flatMap(ofPrivateKey),
      ...[...sent.tokens].flatMap(ofAssertion),
    ]);
    const all = [...seen, ...sent.seen];
    process.stdout.write(
      `${String(seen.length)} places of the browser, ${String(sent.seen.length)} requests scanned, ${String(scan(all).length)} hits\n`,
    );
    expect(scan(all)).toEqual([]);
  });

  test('and would be found in each of these places', async () => {
    const page = await stage.signedIn('editor@demo', '/connectors');
    const sent = sentBy(page);
    const [key = ''] = privateKeysIn(stage.service.stateFolder);
    const part = Buffer.from(key.slice(900, 960)).toString('base64url');

    await page.evaluate(async (secret) => {
      localStorage.setItem('draft', secret);
      sessionStorage.setItem('draft', secret);
      document.cookie = `draft=${secret}`;
      history.replaceState({ secret }, '', `#${secret}`);
      await (await caches.open('keys')).put('/key', new Response(secret));
      await new Promise((resolve) => {
        const opening = indexedDB.open('keys');
        opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('keys', 'readwrite');
          writing.objectStore('keys').put(secret, 1);
          writing.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      });
      document.body.dataset.draft = secret;
      document.body.append(Object.assign(document.createElement('input'), { value: secret }));
      await fetch(`/list-connectors/?query=${secret}`);
    }, part);

    const scan = scanner(ofPrivateKey(key));
    const places = (seen: Seen[]) => new Set(scan(seen).map(({ where }) => where));
    expect(places(sent.seen)).toEqual(new Set(['a request to /list-connectors/']));
    const found = places(await remainsOf(page));
    found.delete('the addresses'); // which the browser lists when it likes
    expect([...found].toSorted()).toEqual(
      [
        ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookies', 'the history'],
        ...['what is shown', 'the fields', 'cookies of the context'],
      ].toSorted(),
    );
  });
});
