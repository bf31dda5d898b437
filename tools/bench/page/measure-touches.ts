import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { SlowPage } from './slow-page.ts';

/** What a reader does, one after the other, on a list of ten thousand. */
const touches: [name: string, (page: Page) => Promise<unknown>][] = [
  ['type into the search', async (page) => searchbox(page).pressSequentially('shop 12', slowly)],
  ['empty the search', async (page) => searchbox(page).fill('')],
  [
    'choose a health',
    async (page) => page.getByRole('link', { name: /^\d[\d,]* broken$/i }).click(),
  ],
  [
    'choose all again',
    async (page) => page.getByRole('link', { name: /^\d[\d,]* in all|^All/ }).click(),
  ],
  ['open who one is', async (page) => page.locator('.who-button').click()],
  ['close it again', async (page) => page.keyboard.press('Escape')],
  ['open a connector', async (page) => page.locator('.connector a').first().click()],
  [
    'open the form',
    async (page) => {
      await page.getByRole('link', { name: 'Connectors', exact: true }).click();
      await page.getByRole('link', { name: 'Connect BigQuery' }).first().click();
    },
  ],
  ['type a name', async (page) => page.locator('#name').pressSequentially('Shop of Ada', slowly)],
  [
    'open the guide',
    async (page) => page.getByRole('link', { name: 'Guide', exact: true }).click(),
  ],
  [
    'type a project',
    async (page) => page.locator('#guide-project').pressSequentially('acme-analytics', slowly),
  ],
  ['see all commands', async (page) => page.getByRole('tab', { name: 'All commands' }).click()],
];

const slowly = { delay: 60 };
const searchbox = (page: Page) => page.getByRole('searchbox');

/** From each touch to the next picture, the slowest of each (https://www.w3.org/TR/event-timing/). In ms. */
export async function measureTouches({ page, told }: SlowPage): Promise<Map<string, number>> {
  const slowest = new Map<string, number>();
  for (const [name, touch] of touches) {
    told();
    await touch(page);
    await setTimeout(1_000); // what follows from it is drawn as well
    const durations = told().flatMap(({ what, value }) => (what === 'event' ? [value] : []));
    slowest.set(name, Math.max(0, ...durations));
  }
  return slowest;
}

/** Scrolls a list of ten thousand as fast as a thumb does, on and on. The longest time without a new picture, in ms. */
export async function measureScroll({
  page,
}: SlowPage): Promise<{ longest: number; rows: number }> {
  await page.evaluate(`(() => {
    let last = performance.now();
    globalThis.longestFrame = 0;
    const look = (now) => {
      globalThis.longestFrame = Math.max(globalThis.longestFrame, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })()`);
  await page.mouse.move(200, 500);
  for (let turn = 0; turn < 150; turn += 1) {
    await page.mouse.wheel(0, 800);
    await setTimeout(30);
  }
  return {
    longest: await page.evaluate<number>('globalThis.longestFrame'),
    rows: await page.locator('.connector').count(),
  };
}
