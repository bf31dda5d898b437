import { openBrowser } from '../browser/open-browser.ts';
import { startService } from '../browser/start-service.ts';
import { siteFiles } from '../page/site-files.ts';
import { manyConnectors, someConnector } from './page/many-connectors.ts';
import { type Load, measureLoad } from './page/measure-load.ts';
import { measureScroll, measureTouches } from './page/measure-touches.ts';
import { slowPage } from './page/slow-page.ts';
import { tellLoads, tellTouches } from './page/tell.ts';

const rounds = 7;

/** What is opened, and by what it is seen to be there. */
const screens: [name: string, path: string, ready: string][] = [
  ['list of 10,000', '/connectors', '.connector a'],
  ['form', '/connectors/new', '#name'],
  ['connector', `/connectors/${someConnector}`, '.facts dd'],
  ['guide', '/guide', '.guide-steps'],
];

/** Each screen on a slow telephone: first visit, and again with the page's files at hand; then touches and scrolling. */
export async function benchPage(): Promise<void> {
  const { files } = await siteFiles();
  const service = await startService(manyConnectors);
  const browser = await openBrowser();
  try {
    for (const [name, path, ready] of screens) {
      const visits: Record<'first' | 'again', Load[]> = { first: [], again: [] };
      for (let round = 0; round < rounds; round += 1) {
        const slow = await slowPage(browser, service.origin, ready);
        visits.first.push(await measureLoad(slow, path));
        visits.again.push(await measureLoad(slow, path));
        await slow.context.close();
      }
      tellLoads(name, visits, files);
    }
    const slow = await slowPage(browser, service.origin, '.connector a');
    await measureLoad(slow, '/connectors');
    const scroll = await measureScroll(slow);
    await slow.page.goto('/connectors');
    await slow.page.locator('.connector a').first().waitFor();
    tellTouches(await measureTouches(slow), scroll);
  } finally {
    await browser.close();
    await service.stop();
  }
}
