import type { BrowserContext, Page } from 'playwright-core';

/** What must not happen on any page of a test, as it is seen to happen. */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const faults: string[] = [];
  await context.exposeBinding('tellOfViolation', (_source, words: string) => {
    faults.push(`policy violated: ${words}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const { tellOfViolation } = globalThis as unknown as { tellOfViolation: (_: string) => void };
      tellOfViolation(
        `${effectiveDirective} ${blockedURI} ${sourceFile}:${String(lineNumber)} ${sample}`,
      );
    });
  });
  context.on('page', (page) => {
    watchPage(page, origin, faults);
  });
  return faults;
}

function watchPage(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    // Chromium's own line for an answer of 400 and above, or a lost network: what the page makes of it is seen on it.
    if (message.text().startsWith('Failed to load resource:')) return;
    // What the next page needs is fetched while the issuer is asked, who may take his time.
    if (message.text().includes('was preloaded using link preload but not used')) return;
    faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const here = [origin, origin.replace('localhost', '127.0.0.1')]; // both names of the one machine
    if (!here.some((name) => request.url().startsWith(`${name}/`)))
      faults.push(`asked elsewhere: ${request.url()}`);
  });
}
