import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { chromiumPath } from '../../../tools/browser/chromium.ts';
import { openBrowser } from '../../../tools/browser/open-browser.ts';
import { signInAtIssuer } from '../../../tools/browser/sign-in-at-issuer.ts';
import {
  newStateFolder,
  removeFolder,
  type RunningService,
  startService,
} from '../../service/running-service.ts';
import { type Ask, askAs, connect, type Wanted } from './connect.ts';
import { watch } from './watch.ts';

export interface Stage {
  /** The running service; there once tests run. */
  readonly service: RunningService;
  /** A browser of its own in which the issuer knows somebody (`viewer@demo`). Several pages of one are its tabs. */
  browserOf: (identity?: string, options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** The page at a path, once it shows who is signed in. */
  signedIn: (identity: string, path?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Asks the functions apart from the browser. */
  asking: (identity?: string) => Promise<Ask>;
  /** Saves connectors apart from the browser. */
  connect: (wanted: Wanted, identity?: string) => ReturnType<typeof connect>;
}

const patienceMs = 15_000;

/**
 * Tests in a real Chromium over a service of their own. After each, nothing may have happened that never should: no
 * violation of the page's policy, no error in a script, no request to another host.
 */
export function inBrowser(
  name: string,
  tests: (stage: Stage) => void,
  /** Fills the service's folder before it starts. */
  prepare: (stateFolder: string) => Promise<void> = () => Promise.resolve(),
): void {
  describe.skipIf(chromiumPath() === undefined)(`${name} (in Chromium)`, () => {
    const stateFolder = newStateFolder();
    const opened: { context: BrowserContext; faults: string[] }[] = [];
    let service: RunningService | undefined;
    let browser: Browser | undefined;
    const running = (): RunningService => {
      if (!service) throw new Error('The service runs while tests do.');
      return service;
    };

    beforeAll(async () => {
      await prepare(stateFolder);
      [service, browser] = await Promise.all([startService(stateFolder), openBrowser()]);
    });
    afterEach(async () => {
      const seen = opened.splice(0);
      await Promise.all(seen.map(async ({ context }) => context.close()));
      expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
    });
    afterAll(async () => {
      await browser?.close();
      await service?.stop();
      removeFolder(stateFolder);
    });

    const browserOf: Stage['browserOf'] = async (identity = 'editor@demo', options = {}) => {
      const { origin } = running();
      if (!browser) throw new Error('The browser runs while tests do.');
      const context = await browser.newContext({ baseURL: origin, ...options });
      context.setDefaultTimeout(patienceMs);
      opened.push({ context, faults: await watch(context, origin) });
      await signInAtIssuer(context, origin, identity);
      return context;
    };
    tests({
      get service() {
        return running();
      },
      browserOf,
      async signedIn(identity, path = '/connectors', options = {}) {
        const page = await (await browserOf(identity, options)).newPage();
        await page.goto(path);
        await page.getByLabel('Sign in as').waitFor();
        return page;
      },
      asking: async (identity = 'editor@demo') => askAs(running(), identity),
      connect: async (wanted, identity = 'editor@demo') =>
        connect(running(), await askAs(running(), identity), wanted),
    });
  });
}
