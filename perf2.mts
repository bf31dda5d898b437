import { chromium } from 'playwright-core';
import { signInAtIssuer } from './tools/browser/sign-in-at-issuer.ts';
const origin = 'http://localhost:8102';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic'] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: origin });
await signInAtIssuer(context, origin, 'editor@other');
const page = await context.newPage();
await page.addInitScript(() => { (globalThis as any).long = []; (globalThis as any).ev = []; new PerformanceObserver((l) => { for (const e of l.getEntries()) (globalThis as any).long.push([Math.round(e.startTime), Math.round(e.duration)]); }).observe({ type: 'longtask', buffered: true });
 new PerformanceObserver((l) => { for (const e of l.getEntries() as any[]) (globalThis as any).ev.push([e.name, Math.round(e.duration)]); }).observe({ type: 'event', durationThreshold: 16 } as any);
 new PerformanceObserver((l) => { for (const e of l.getEntries() as any[]) if (!e.hadRecentInput) { (globalThis as any).cls = ((globalThis as any).cls ?? 0) + e.value; if (((globalThis as any).told = ((globalThis as any).told ?? 0) + 1) < 6) console.log('shift', e.value, e.sources.map((s: any) => (s.node?.outerHTML ?? String(s.node)).slice(0, 90) + JSON.stringify(s.previousRect) + JSON.stringify(s.currentRect)).join(' | ')); } }).observe({ type: 'layout-shift', buffered: true }); });
page.on('console', m => console.log(m.text()));
const cdp = await context.newCDPSession(page);
const slow = Number(process.env.SLOW ?? 1);
await page.goto('/connectors'); await page.waitForTimeout(1500);
const stat = async (what: string) => { const r = await page.evaluate(() => { const g = globalThis as any; const r = { long: g.long, ev: g.ev.filter((e: any) => e[1] > 30), cls: g.cls ?? 0, rows: document.querySelectorAll('.connector').length }; g.long = []; g.ev = []; return r; }); console.log(what, 'rows', r.rows, 'cls', r.cls, 'long', r.long.length, 'max', Math.max(0, ...r.long.map((x: any) => x[1])), 'events>30', JSON.stringify(r.ev.slice(-8))); };
await stat('load');
if (slow > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slow });
const most = Number(process.env.ROWS ?? 10000);
await cdp.send('Performance.enable'); const met = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m: any) => [m.name, m.value])); const m0 = await met();
let n = 0; const t = Date.now();
while (n < most) { await page.mouse.wheel(0, 6000); await page.waitForTimeout(60); n = await page.locator('.connector').count(); if (Date.now() - t > 400_000) break; }
console.log('loaded', n, Date.now() - t, 'ms'); const m1 = await met(); for (const k of ['TaskDuration','ScriptDuration','LayoutDuration','RecalcStyleDuration','V8CompileDuration']) console.log(k, ((m1[k] - m0[k])*1000).toFixed(0)); console.log('nodes', m1.Nodes, 'heap', Math.round(m1.JSHeapUsedSize/1e6)); await stat('loading all by scrolling');
// smoothness: frames while scrolling up
const frames = await page.evaluate(async () => { const ts: number[] = []; let go = true; const tick = (x: number) => { ts.push(x); if (go) requestAnimationFrame(tick); }; requestAnimationFrame(tick); for (let i = 0; i < 120; i++) { scrollBy(0, i % 2 ? -900 : -400); await new Promise((r) => requestAnimationFrame(r)); } go = false; const d = ts.slice(1).map((x, i) => x - ts[i]!).sort((a, b) => a - b); return { n: d.length, median: d[Math.floor(d.length / 2)], p95: d[Math.floor(d.length * 0.95)], max: d.at(-1) }; });
console.log('frames', frames); await stat('scroll');
await page.evaluate(() => scrollTo(0, 0)); await page.waitForTimeout(500);
await page.getByRole('searchbox').click(); await page.keyboard.type('vienna 99', { delay: 120 }); await page.waitForTimeout(2500); await stat('search');
await page.getByRole('searchbox').fill(''); await page.waitForTimeout(2500); await stat('clear');
await browser.close();
