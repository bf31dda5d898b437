import type { Page, Request } from 'playwright-core';

/** The requests of a page whose address holds a text, as they are made. */
export function asked(page: Page, text: string): Request[] {
  const found: Request[] = [];
  page.on('request', (request) => {
    if (request.url().includes(text)) found.push(request);
  });
  return found;
}
