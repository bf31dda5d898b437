import { openBrowser } from '../../../tools/browser/open-browser.ts';
import { signInAtIssuer } from '../../../tools/browser/sign-in-at-issuer.ts';
import { startService } from '../../../tools/browser/start-service.ts';
import { connectForShow } from './connect-for-show.ts';
import { sampleList } from './sample-list.ts';
import { states } from './states.ts';

/** `npm run screenshots`: the pictures of README.md, of the page as it is now; names on the command line take those alone. */
const wanted = process.argv.slice(2);
const service = await startService(sampleList);
const browser = await openBrowser();
try {
  await connectForShow(service, 'Newsletter readers');
  for (const state of states.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const {
      name,
      path,
      identity = 'editor@demo',
      dark = false,
      width = 1200,
      height,
      from,
      show,
    } = state;
    const context = await browser.newContext({
      baseURL: service.origin,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    await signInAtIssuer(context, service.origin, identity);
    const page = await context.newPage();
    await page.goto(path);
    await show(page, service);
    await page.mouse.move(0, 0);
    await page.evaluate((id) => {
      document.documentElement.style.scrollbarGutter = 'auto'; // a picture has no scroll bar
      const top = id === undefined ? 0 : document.getElementById(id)?.getBoundingClientRect().top;
      scrollTo(0, scrollY + (top ?? 0) - 24);
    }, from);
    await page.screenshot({ path: `docs/images/${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await service.stop();
}
