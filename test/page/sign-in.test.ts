import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';
import { asked } from './support/asked.ts';

inBrowser('the sign-in', ({ browserOf }) => {
  test('leads back to the very address, and leaves nothing but the page behind', async () => {
    const page = await (await browserOf()).newPage();

    await page.goto('/guide?project=acme-analytics#end');
    await page.getByLabel('Sign in as').waitFor();

    // The guide adds to its address what it is filled in with, a moment later.
    await page.waitForURL('**/guide?project=acme-analytics&for=import#end');
    const kept = await page.evaluate(async () => ({
      session: Object.keys(sessionStorage),
      local: Object.keys(localStorage),
      databases: await indexedDB.databases(),
      cookies: document.cookie,
    }));
    expect(kept).toEqual({ session: [], local: [], databases: [], cookies: '' });
    await page.goBack().catch(() => undefined);
    expect(page.url()).toBe('about:blank');
  });

  test('leads into the page, and nowhere else, from an address with two slashes', async () => {
    const page = await (await browserOf()).newPage();
    const { origin } = new URL((await page.goto('/openapi.json'))?.url() ?? '');

    await page.goto(`${origin}//connectors`);
    await page.getByLabel('Sign in as').waitFor();

    expect(page.url()).toBe(`${origin}/connectors`);
  });

  test('shows where one is going while it is under way', async () => {
    const page = await (await browserOf()).newPage();
    const token = Promise.withResolvers<undefined>();
    await page.route('**/issuer/token', async (route) => {
      await token.promise;
      await route.continue();
    });

    const led = page.waitForURL('**/signed-in?**', { waitUntil: 'commit' });
    await page.goto('/connectors/new', { waitUntil: 'commit' });
    await led;

    await page.getByRole('heading', { level: 1, name: 'Connect BigQuery' }).waitFor();
    token.resolve(undefined);
    await page.getByLabel('Sign in as').waitFor();
  });

  test('is drawn, heading and all, before the issuer has answered', async () => {
    const page = await (await browserOf()).newPage();
    const session = await page.context().newCDPSession(page);
    const drawn = Promise.withResolvers<undefined>();
    await session.send('Page.enable');
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
    session.on('Page.lifecycleEvent', ({ name }) => {
      if (name === 'firstContentfulPaint') drawn.resolve(undefined);
    });
    await page.route('**/issuer/auth?**', async (route) => {
      await drawn.promise;
      await route.continue();
    });

    await page.goto('/guide');

    await page.getByLabel('Google Cloud project').waitFor();
  });

  test('opens the page under its one address, whichever name of the machine was used', async () => {
    const page = await (await browserOf()).newPage();
    const origin = new URL((await page.goto('/openapi.json'))?.url() ?? '').origin;

    await page.goto(`${origin.replace('localhost', '127.0.0.1')}/guide?dataset=crm`);
    await page.waitForURL(
      ({ href, searchParams }) =>
        href.startsWith(`${origin}/guide?`) && searchParams.get('dataset') === 'crm',
    );

    await page.getByLabel('Sign in as').waitFor();
  });

  test.each([
    ['was cancelled', '?error=access_denied', 'The sign-in was cancelled'],
    ['was refused', '?error=server_error&error_description=Call%20555', 'sign-in refused'],
    ['has a code of nobody', '?code=stolen', 'begun too long ago'],
    ['has nothing at all', '', 'begun too long ago'],
  ])('that %s says so, and begins again when one wants it to', async (_what, query, words) => {
    const page = await (await browserOf()).newPage();
    const trips = asked(page, '/issuer/auth?');
    const tokens = asked(page, '/issuer/token');
    await page.route(
      '**/issuer/auth?**',
      async (route) => {
        const state = new URL(route.request().url()).searchParams.get('state') ?? '';
        const ours = query.startsWith('?error') ? `&state=${state}` : '&state=of-nobody';
        const location = `/signed-in${query === '' ? '' : query + ours}`;
        await route.fulfill({ status: 303, headers: { location } });
      },
      { times: 1 },
    );

    await page.goto('/guide?project=acme-analytics');
    await page.getByText(words).waitFor();

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'You are not signed in',
    );
    expect(await page.title()).toContain('You are not signed in');
    expect(new URL(page.url()).search).toBe('');
    expect([trips.length, tokens.length]).toEqual([1, 0]);
    expect(await page.getByText('555').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByLabel('Sign in as').waitFor();
    // The guide adds to its address, a moment later, what was not named in it.
    const guide = '/guide?project=acme-analytics&for=import';
    await page.waitForURL(`**${query.startsWith('?error') ? guide : '/connectors'}`);
  });

  test('that does not get under way says so instead of waiting for ever', async () => {
    const page = await (await browserOf()).newPage();
    await page.clock.install();
    // A browser that is on its way to somebody who does not answer cannot be looked into; one that never leaves can.
    await page.addInitScript(() => {
      if (sessionStorage.getItem('leaves') === null)
        crypto.subtle.digest = async () => new Promise(() => undefined);
    });

    await page.goto('/guide');
    await page.getByRole('heading', { name: 'How to make a key' }).waitFor();
    await page.clock.runFor(8_000);
    await page.getByText('does not answer').waitFor();

    expect(await axe(page)).toEqual([]);
    await page.evaluate(() => {
      sessionStorage.setItem('leaves', 'yes');
    });
    await page.reload();
    await page.getByLabel('Sign in as').waitFor();
  });

  test('that the browser does not let begin says so at once', async () => {
    const page = await (await browserOf()).newPage();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });

    await page.goto('/guide');

    await page.getByText('You are not signed in').first().waitFor();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByText('Something went wrong.').waitFor();
  });

  test('whose code cannot be redeemed for want of a network says that', async () => {
    const page = await (await browserOf()).newPage();
    await page.route('**/issuer/token', async (route) => route.abort(), { times: 1 });

    await page.goto('/guide');
    await page.getByText('The network did not carry that').waitFor();

    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Sign in as').waitFor();
    expect(new URL(page.url()).pathname).toBe('/guide');
  });
});
