import type { Page, Request } from 'playwright-core';
import type { Seen } from '../../support/canary/scanner.ts';

/** What a page asks for from now on, but for the bodies of uploads and the tokens of their callers. */
export function sentBy(page: Page): { seen: Seen[]; tokens: Set<string> } {
  const seen: Seen[] = [];
  const tokens = new Set<string>();
  const note = (request: Request) => {
    const { authorization = '', ...headers } = request.headers();
    if (authorization !== '') tokens.add(authorization.replace(/^Bearer /, ''));
    const isUpload = new URL(request.url()).pathname.startsWith('/upload-key');
    const body = isUpload ? '' : (request.postData() ?? '');
    const where = `a request to ${new URL(request.url()).pathname}`;
    seen.push({ where, content: [request.url(), JSON.stringify(headers), body].join('\n') });
  };
  page.on('request', note);
  page.on('console', (message) => seen.push({ where: 'the console', content: message.text() }));
  return { seen, tokens };
}

/** All that a page and its origin keep, in the reader's browser, and all that it shows. */
export async function remainsOf(page: Page): Promise<Seen[]> {
  const kept = await page.evaluate(async () => {
    const entries = async (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('The database cannot be read.'));
        };
      });
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = (await entries(indexedDB.open(name))) as IDBDatabase;
      for (const store of database.objectStoreNames)
        databases.push(await entries(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    const cached: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached.push(request.url, await (await cache.match(request))?.text());
    }
    const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
    return {
      localStorage: Object.entries(localStorage),
      sessionStorage: Object.entries(sessionStorage),
      indexedDB: databases,
      caches: cached,
      cookies: document.cookie,
      'the history': [history.state as unknown, location.href, window.name],
      'the addresses': performance.getEntries().map(({ name }) => name),
      'what is shown': document.documentElement.outerHTML,
      'the fields': [...fields].map(({ value }) => value),
    };
  });
  const cookies = await page.context().cookies();
  return Object.entries({ ...kept, 'cookies of the context': cookies }).map(([where, content]) => ({
    where,
    content: JSON.stringify(content),
  }));
}
