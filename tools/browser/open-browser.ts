import { type Browser, chromium } from 'playwright-core';
import { requireChromium } from './chromium.ts';

/** Nothing of its own to ask of anybody, and no name that it could resolve but this machine's. */
const alone = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireChromium(), args: alone });
}
