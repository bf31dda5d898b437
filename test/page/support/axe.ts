import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, default as Axe, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What axe finds wrong with what is shown, in light and in dark; each as one line that names the element. */
export async function axe(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await evaluateSource(page);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(async (options) => {
      await Promise.all(document.getAnimations().map(async ({ finished }) => finished));
      // Its script was put into the page, and leaves itself there under this name.
      return (globalThis as unknown as { axe: typeof Axe }).axe.run(document, options);
    }, rules);
    found.push(...violations.flatMap((violation) => inWords(violation, colorScheme)));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** As the debugger does it: the page's policy lets no other script in. */
async function evaluateSource(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `${source};undefined`,
    allowUnsafeEvalBlockedByCSP: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.text);
}

const inWords = ({ id, nodes }: AxeResults['violations'][number], scheme: string): string[] =>
  nodes.map(
    ({ target, failureSummary = '' }) =>
      `${id} (${scheme}) ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
  );
