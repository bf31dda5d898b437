import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { signInAtIssuer } from '../../browser/sign-in-at-issuer.ts';
import { observe, type Told } from './observe.ts';

export interface SlowPage {
  context: BrowserContext;
  page: Page;
  session: CDPSession;
  /** What was told until now, and since this was asked last. */
  told: () => Told[];
  /** Waits until something of that kind is told that was not before. */
  until: (what: Told['what']) => Promise<void>;
}

/** A phone of the middle: its processor four times slower than this one, on 1.6 Mbit/s and 150 ms to every answer. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, hasTouch: true };
const slowdown = 4;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

export async function slowPage(
  browser: Browser,
  origin: string,
  readySelector: string,
): Promise<SlowPage> {
  const context = await browser.newContext({ baseURL: origin, ...phone });
  await signInAtIssuer(context, origin, 'editor@demo');
  let told: Told[] = [];
  let hear: () => void = () => undefined;
  await context.exposeBinding('tellBench', (_source, text: string) => {
    told.push(JSON.parse(text) as Told);
    hear();
  });
  await context.addInitScript({ content: observe(readySelector) });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return {
    context,
    page,
    session,
    told() {
      const since = told;
      told = [];
      return since;
    },
    async until(what) {
      while (!told.some((one) => one.what === what))
        await new Promise<void>((resolve) => (hear = resolve));
    },
  };
}
