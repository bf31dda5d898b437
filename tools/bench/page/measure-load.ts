import { setTimeout } from 'node:timers/promises';
import type { SlowPage } from './slow-page.ts';
import type { Told } from './observe.ts';

/** One load, from the moment somebody asked for the address, the trip to the issuer included. In ms; shift has no unit. */
export interface Load {
  /** The heading and the frame are there to be read. */
  painted: number;
  /** The largest thing is there, in the document in which the page stays. */
  lcp: number;
  ready: number;
  /** All that long tasks took over 50 ms each, until ready. */
  blocked: number;
  shift: number;
  /** Assets by their names, as they were asked for until ready. */
  assets: string[];
}

/** For what is still painted after the page is ready. */
const settleMs = 700;

export async function measureLoad({ page, told, until }: SlowPage, path: string): Promise<Load> {
  const assets = new Set<string>();
  page.on('request', (request) => {
    const name = /\/(assets\/.+)$/.exec(request.url())?.[1];
    if (name !== undefined) assets.add(name);
  });
  told();
  await page.goto(path, { waitUntil: 'commit' });
  await until('ready');
  const untilReady = [...assets];
  await setTimeout(settleMs);
  const all = told();
  const began = first(all, 'origin');
  const ready = first(all, 'ready');
  // The document that was left for the issuer has paints of its own.
  const stayed = all.slice(all.findLastIndex(({ what }) => what === 'origin'));
  const blocked = of(all, 'longtask').filter(({ at }) => at < ready);
  return {
    painted: first(all, 'first-contentful-paint') - began,
    lcp: Math.max(...of(stayed, 'lcp').map(({ at }) => at)) - began,
    ready: ready - began,
    blocked: blocked.reduce((sum, { value }) => sum + value - 50, 0),
    shift: of(all, 'shift').reduce((sum, { value }) => sum + value, 0),
    assets: untilReady,
  };
}

const of = (all: Told[], wanted: Told['what']): Told[] => all.filter(({ what }) => what === wanted);

const first = (all: Told[], wanted: Told['what']): number =>
  Math.min(...of(all, wanted).map(({ at }) => at));
