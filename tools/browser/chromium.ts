import { existsSync } from 'node:fs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium lies: what CHROMIUM names, or one of the usual places; undefined without it. */
export function chromiumPath(): string | undefined {
  const { CHROMIUM: given } = process.env;
  return (given === undefined ? usual : [given]).find((path) => existsSync(path));
}

/** Where it lies; refuses with what is missing. */
export function requireChromium(): string {
  const path = chromiumPath();
  if (path === undefined) {
    throw new Error('This needs Chromium: apt-get install chromium, or its program in CHROMIUM.');
  }
  return path;
}
