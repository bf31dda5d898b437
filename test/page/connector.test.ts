import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import type { Ask } from './support/connect.ts';
import { inBrowser } from './support/in-browser.ts';

const said = (page: Page) => page.locator('#live').textContent();
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const done = (page: Page) => page.getByRole('region', { name: 'What was just done' });
const focused = async (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const history = async (page: Page) =>
  page.getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem').allInnerTexts();

/** What somebody else does meanwhile, elsewhere. */
async function elsewhere(ask: Ask, connectorId: string, body: object): Promise<void> {
  const { json } = await ask(`/list-connectors/${connectorId}`);
  const headers = { 'if-match': String(json.etag) };
  const { status } = await ask(`/save-connector/${connectorId}`, { method: 'PUT', body, headers });
  expect(status).toBe(200);
}

inBrowser('a connector', (stage) => {
  const { signedIn, browserOf, asking, connect } = stage;
  /** A connector of its own, and its screen. */
  const opened = async (name: string, identity = 'editor@demo') => {
    const { connectorId } = await connect({ name });
    const page = await signedIn(identity, `/connectors/${connectorId}`);
    await heading(page, name).waitFor();
    return { page, connectorId };
  };
  const closed = async (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

  test('is told in words', async () => {
    const { page } = await opened('Told');

    expect(await page.getByRole('main').innerText()).toContain(
      'Reads contacts from crm.subscribers in project acme-analytics. A row belongs to the contact whose e-mail address is the same as in column email.',
    );
    await page.getByText('Next check in').waitFor();
    expect(await page.getByRole('main').innerText()).toContain(
      'reader@acme-analytics.iam.gserviceaccount.com',
    );
    await expect
      .poll(() => history(page))
      .toEqual([expect.stringMatching(/^editor@demo connected it/)]);
    expect(await page.title()).toBe('Told – BigQuery connectors');
    expect(await axe(page)).toEqual([]);
  });

  describe('its name', () => {
    test('is edited, and a taken one refused at the field', async () => {
      await connect({ name: 'Taken' });
      const { page } = await opened('Old name');
      await button(page, 'Rename').click();
      const field = page.getByRole('textbox', { name: 'Name' });
      expect(await field.inputValue()).toBe('Old name');

      await field.fill('  taken ');
      await button(page, 'Save the name').click();
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
      const described = (await field.getAttribute('aria-describedby')) ?? '';
      expect(await page.locator(`[id="${described}"]`).textContent()).toContain(
        'Choose another name',
      );
      expect(await axe(page)).toEqual([]);
      await field.fill('New name');
      await page.keyboard.press('Enter');

      await heading(page, 'New name').waitFor();
      await closed(page);
      expect(await said(page)).toBe('It is called “New name” now.');
      expect(await focused(page)).toBe('Rename');
      await expect
        .poll(() => history(page))
        .toContainEqual(expect.stringMatching(/renamed it\s+Old name → New name/));
    });

    test('that somebody else changed meanwhile is shown beside mine, and one is chosen', async () => {
      const { page, connectorId } = await opened('Before');
      const ask = await asking();
      await elsewhere(ask, connectorId, { name: 'Theirs' });
      await button(page, 'Rename').click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
      await button(page, 'Save the name').click();

      const conflict = page.getByRole('dialog', {
        name: 'Somebody else changed this connector meanwhile',
      });
      await conflict.waitFor();
      expect((await conflict.innerText()).replaceAll(/\s+/g, ' ')).toContain(
        'editor@demo changed it just now. Name Yours Mine Saved now Theirs',
      );
      expect(await axe(page)).toEqual([]);
      await conflict.getByRole('button', { name: 'Leave it as it is now' }).click();
      await heading(page, 'Theirs').waitFor();
      await closed(page);

      await elsewhere(ask, connectorId, { name: 'Theirs again' });
      await button(page, 'Rename').click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
      await button(page, 'Save the name').click();
      await page.getByRole('button', { name: 'Give it my name' }).click();
      await heading(page, 'Mine').waitFor();
      await closed(page);
    });

    test('that was not saved outlives a sign-in in the middle', async () => {
      const { page } = await opened('Signed out');
      await page.route('**/save-connector/**', (route) =>
        route.request().method() === 'PUT'
          ? route.fulfill({ status: 401, json: { code: 'token-refused', detail: '' } })
          : route.continue(),
      );
      await page.route('**/issuer/token', (route) =>
        route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
      );
      await button(page, 'Rename').click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Signed in again');
      await button(page, 'Save the name').click();
      await page.getByText('You are signed out.').waitFor();
      expect(await axe(page)).toEqual([]);
      await page.unrouteAll();

      await page.getByRole('button', { name: 'Sign in again' }).click();
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue())
        .toBe('Signed in again');
      await button(page, 'Save the name').click();

      await heading(page, 'Signed in again').waitFor();
    });

    test('stays in the field where the network fails', async () => {
      const { page } = await opened('Unreachable');
      await page.route('**/save-connector/**', (route) => route.abort());
      await button(page, 'Rename').click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Reached');
      await button(page, 'Save the name').click();
      await page.getByText('The network did not carry that.').waitFor();
      expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Reached');
      await page.unroute('**/save-connector/**');

      await button(page, 'Save the name').click();

      await heading(page, 'Reached').waitFor();
    });
  });

  test('is paused and resumed, once each however often it is pressed', async () => {
    const { page } = await opened('Paused');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.postData() ?? '');
    });

    await button(page, 'Pause').dblclick();
    await page.getByText('It is paused: neither used nor checked').waitFor();
    expect(sent).toEqual(['{"paused":true}']);
    expect(await said(page)).toBe('Paused.');
    expect(await page.getByText('Next check').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await button(page, 'Resume').click();
    await button(page, 'Pause').waitFor();

    expect(sent).toEqual(['{"paused":true}', '{"paused":false}']);
    await expect
      .poll(() => history(page))
      .toEqual([
        expect.stringContaining('resumed it'),
        expect.stringContaining('paused it'),
        expect.stringContaining('connected it'),
      ]);
  });

  test('that somebody else paused already is left as it is', async () => {
    const { page, connectorId } = await opened('Paused twice');
    await elsewhere(await asking(), connectorId, { paused: true });

    await button(page, 'Pause').click();

    await button(page, 'Resume').waitFor();
    await page.getByText('Somebody else did the same meanwhile.').first().waitFor();
  });

  describe('that is deleted', () => {
    test('is gone at once, and back by Undo', async () => {
      await connect({ name: 'Left alone' });
      const { connectorId } = await connect({ name: 'Undone' });
      const page = await signedIn('editor@demo', '/connectors');
      await page.getByRole('link', { name: 'Undone' }).click();
      await heading(page, 'Undone').waitFor();
      await page.route('**/list-connectors?**', (route) => route.abort());
      await button(page, 'Delete').click();
      const question = page.getByRole('dialog', { name: 'Delete “Undone”?' });
      expect(await question.innerText()).toContain(
        'For 7 days anybody who may edit here can restore',
      );
      expect(await axe(page)).toEqual([]);
      await question.getByRole('button', { name: 'Delete it' }).click();

      await heading(page, 'Connectors').waitFor();
      expect(new URL(page.url()).pathname).toBe('/connectors');
      expect(
        await heading(page, 'Connectors').evaluate((it) => it === document.activeElement),
      ).toBe(true);
      await page.getByRole('list', { name: 'Connectors' }).waitFor();
      expect(await page.getByRole('link', { name: 'Undone' }).count()).toBe(0);
      expect(await said(page)).toBe('“Undone” was deleted.');
      await page.unroute('**/list-connectors?**');
      await button(page, 'Undo').focus(); // so long it stays
      expect(await axe(page)).toEqual([]);
      await button(page, 'Undo').press('Enter');

      await done(page).getByText('“Undone” is back.').waitFor();
      await expect.poll(() => focused(page)).toBe('Connectors');
      await page.getByRole('link', { name: 'Undone' }).click();
      await heading(page, 'Undone').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/connectors/${connectorId}`);
    });

    test('is restored from the list of what was deleted, and from its own address', async () => {
      const { page, connectorId } = await opened('Restored');
      await button(page, 'Delete').click();
      await button(page, 'Delete it').click();
      await page.getByRole('link', { name: 'Recently deleted' }).click();
      await heading(page, 'Recently deleted').waitFor();
      expect(await axe(page)).toEqual([]);

      await page.getByRole('link', { name: 'Restored' }).click();
      await heading(page, '“Restored” was deleted').waitFor();
      expect(await page.getByRole('main').innerText()).toMatch(
        /editor@demo deleted it just now\. It can be restored until /,
      );
      expect(await axe(page)).toEqual([]);
      await button(page, 'Restore Restored').click();
      await heading(page, 'Restored').waitFor();
      expect(await focused(page)).toBe('Restored');

      await button(page, 'Delete').click();
      await button(page, 'Delete it').click();
      await page.getByRole('link', { name: 'Recently deleted' }).click();
      await button(page, 'Restore Restored').click();
      await expect.poll(() => page.getByRole('link', { name: 'Restored' }).count()).toBe(0);
      await expect.poll(() => focused(page)).toBe('Recently deleted');
      await page.goto(`/connectors/${connectorId}`);
      await heading(page, 'Restored').waitFor();
    });

    test('is not lost where the network fails in the middle of it', async () => {
      const { page } = await opened('Kept safe');
      await page.route('**/delete-connector/**', (route) => route.abort());
      await button(page, 'Delete').click();
      await expect.poll(() => focused(page)).toBe('Keep it');
      await button(page, 'Delete it').click();
      await page.getByText('The network did not carry that.').waitFor();
      await page.unroute('**/delete-connector/**');
      await button(page, 'Delete it').click();
      await heading(page, 'Connectors').waitFor();

      await page.route('**/delete-connector/**', (route) => route.abort());
      await button(page, 'Undo').click();
      const told = page.getByRole('dialog', { name: '“Kept safe” was not restored' });
      await told.waitFor();
      expect(await axe(page)).toEqual([]);
      await page.unroute('**/delete-connector/**');
      await told.getByRole('button', { name: 'Try again' }).click();

      await page.getByRole('link', { name: 'Kept safe' }).waitFor();
    });

    test('can be undone for twelve seconds, and for as long as one points at it', async () => {
      const { connectorId } = await connect({ name: 'Hovered' });
      const page = await (await browserOf()).newPage();
      await page.clock.install();
      await page.goto(`/connectors/${connectorId}`);
      await button(page, 'Delete').click();
      await button(page, 'Delete it').click();
      await heading(page, 'Connectors').waitFor();
      const undo = button(page, 'Undo');
      await undo.hover();
      await page.clock.runFor(100); // the page's own clock has to see it, too
      await page.clock.fastForward(60_000);
      expect(await undo.count()).toBe(1);

      await page.mouse.move(0, 0);
      await page.clock.runFor(100);
      await page.clock.fastForward(9_000); // it goes on by itself, too
      expect(await undo.count()).toBe(1);
      await page.clock.fastForward(4_000);
      await expect.poll(() => undo.count()).toBe(0);
    });

    test('comes back under another name where its own is taken', async () => {
      const { page } = await opened('Twin');
      await button(page, 'Delete').click();
      await button(page, 'Delete it').click();
      await heading(page, 'Connectors').waitFor();
      await connect({ name: 'Twin' });
      await button(page, 'Undo').click();
      const question = page.getByRole('dialog', { name: 'Under which name?' });
      await question.waitFor();
      expect(await axe(page)).toEqual([]);

      await button(page, 'Restore').click();
      await expect
        .poll(() => question.getByRole('textbox').getAttribute('aria-invalid'))
        .toBe('true');
      await question.getByRole('textbox').fill('Other twin');
      await button(page, 'Restore').click();

      await page.getByRole('link', { name: 'Other twin' }).waitFor();
    });

    test('by somebody else while one looks is said so, whatever was tried', async () => {
      const { page, connectorId } = await opened('Vanished');
      const ask = await asking();
      const { json } = await ask(`/list-connectors/${connectorId}`);
      await ask(`/delete-connector/${connectorId}`, {
        method: 'DELETE',
        headers: { 'if-match': String(json.etag) },
      });

      await button(page, 'Pause').click();

      await heading(page, '“Vanished” was deleted').waitFor();
    });

    test('asks again where somebody else changed it first', async () => {
      const { page, connectorId } = await opened('Contested');
      await elsewhere(await asking(), connectorId, { name: 'Contested, renamed' });
      await button(page, 'Delete').click();
      await button(page, 'Delete it').click();
      const conflict = page.getByRole('dialog', {
        name: 'Somebody else changed this connector meanwhile',
      });
      await conflict.waitFor();
      expect(await conflict.innerText()).toContain('Contested, renamed');

      await button(page, 'Delete it all the same').click();

      await heading(page, 'Connectors').waitFor();
      expect(await page.getByRole('link', { name: 'Contested' }).count()).toBe(0);
    });
  });

  test('of another workspace, or none, is nothing here', async () => {
    const { connectorId } = await connect({ name: 'Of demo' });
    for (const [identity, id] of [
      ['editor@other', connectorId],
      ['editor@demo', 'con-00000000000000000000000000'],
    ] as const) {
      const page = await signedIn(identity, `/connectors/${id}`);
      await heading(page, 'There is nothing here').waitFor();
      expect(await axe(page)).toEqual([]);
    }
  });

  test('returns to the key before, and says what that means', async () => {
    const { connectorId, etag } = await connect({ name: 'Rotated' });
    const ask = await asking();
    await rotate(ask, connectorId, etag);
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await page.getByRole('heading', { name: 'The key before' }).waitFor();
    await button(page, 'Return to the key before').click();
    const question = page.getByRole('dialog', { name: 'Return to the key before?' });
    expect((await question.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
      /Key Now owner@acme-analytics.* After that reader@acme-analytics/,
    );
    expect(await axe(page)).toEqual([]);

    await question.getByRole('button', { name: 'Return to the key before' }).click();
    await closed(page);

    await expect
      .poll(() => page.getByRole('region', { name: 'Key', exact: true }).innerText())
      .toMatch(/Service account\s+reader@acme-analytics/);
    await page.getByText('the latest report is of the other key').waitFor();
    expect(await page.getByText('Google gave no clear answer').count()).toBe(0);
    await expect
      .poll(() => history(page))
      .toContainEqual(expect.stringContaining('returned to the key before'));
  });

  test('is checked at once, each check as it ends, and again after the network failed', async () => {
    const { page } = await opened('Checked');
    await page.route('**/validate-connection/**', (route) => route.abort());
    await button(page, 'Check now').click();
    await page.getByText('The network did not carry that.').waitFor();
    await page.unroute('**/validate-connection/**');

    const report = page.getByRole('region', { name: 'Latest report' });
    const slow = Promise.withResolvers<undefined>();
    await page.route('**/validate-connection/**', async (route) => {
      await slow.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await report.getByText('Checking: 0 of 15 done.').waitFor();
    expect(await axe(page)).toEqual([]);
    slow.resolve(undefined);

    await button(page, 'Check now').waitFor();
    await expect.poll(() => report.innerText()).toMatch(/Checked just now/);
    expect(await report.getByText('Checking:').count()).toBe(0);
  });

  test('tells what changed since it was saved, and what becomes of the old key at Google', async () => {
    const { connectorId, etag } = await connect({ name: 'Drifted' });
    await rotate(await asking(), connectorId, etag);
    const page = await (await browserOf()).newPage();
    const detail = 'Column email was STRING when the connector was saved, and is INTEGER now.';
    await page.route(`**/list-connectors/${connectorId}`, async (route) => {
      const answer = await route.fetch();
      const json = (await answer.json()) as Record<string, unknown>;
      const since = new Date().toISOString();
      const drift = [{ aspect: 'column-type', was: 'STRING', is: 'INTEGER', detail, since }];
      await route.fulfill({ json: { ...json, drift } });
    });
    await page.goto(`/connectors/${connectorId}`);
    const changed = page.getByRole('region', { name: 'What changed since it was saved' });
    await changed.waitFor();

    expect(await changed.innerText()).toContain(`${detail} Seen just now.`);
    expect(await page.getByRole('region', { name: 'Key', exact: true }).innerText()).toMatch(
      /The old key [0-9a-f]{8}… at Google\s+(Wait for the first good check|The connector “)/,
    );
    expect(await axe(page)).toEqual([]);
  });

  test('shows its history a part at a time', async () => {
    const { connectorId } = await connect({ name: 'Long lived' });
    const ask = await asking();
    for (let turn = 0; turn < 11; turn += 1) {
      await elsewhere(ask, connectorId, { paused: true });
      await elsewhere(ask, connectorId, { paused: false });
    }
    const page = await signedIn('viewer@demo', `/connectors/${connectorId}`);
    await expect.poll(async () => (await history(page)).length).toBe(20);

    await page.getByRole('button', { name: 'Show earlier' }).click();
    await expect.poll(async () => (await history(page)).length).toBe(23);

    expect((await history(page)).at(-1)).toContain('connected it');
    expect(await page.getByRole('button', { name: 'Show earlier' }).count()).toBe(0);
  });

  test('is seen by a viewer, who can change nothing and reads why', async () => {
    const { page } = await opened('Viewed', 'viewer@demo');
    await page.getByText('Changing something needs an editor of this workspace.').waitFor();
    await page.getByRole('list', { name: 'Changes, newest first' }).waitFor();

    const buttons = await page.getByRole('main').getByRole('button').allTextContents();
    expect(buttons.filter((name) => !/^(Show|Copy)/.test(name))).toEqual([]);
    expect(await page.getByRole('link', { name: /Replace|Change/ }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  test('is renamed, paused and deleted by keyboard alone', async () => {
    const { page } = await opened('By keyboard');
    const goTo = async (name: string) => {
      for (let step = 0; step < 60 && (await focused(page)) !== name; step += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    };

    await goTo('Rename');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await page.keyboard.type(' alone');
    await page.keyboard.press('Enter');
    await heading(page, 'By keyboard alone').waitFor();
    await goTo('Pause');
    await button(page, 'Resume').waitFor();
    await goTo('Delete');
    await expect.poll(() => focused(page)).toBe('Keep it');
    await page.keyboard.press('Escape');
    await closed(page);
    await expect.poll(() => focused(page)).toBe('Delete');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Keep it');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'Connectors').waitFor();
    await goTo('Undo');

    await page.getByRole('link', { name: 'By keyboard alone' }).waitFor();
  });

  test('changed in one tab is the same in another once one looks at it', async () => {
    const { connectorId } = await connect({ name: 'Two tabs' });
    const context = await browserOf();
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) {
      await page.goto(`/connectors/${connectorId}`);
      await heading(page, 'Two tabs').waitFor();
    }
    await button(one, 'Rename').click();
    await one.getByRole('textbox', { name: 'Name' }).fill('Renamed in one');
    await button(one, 'Save the name').click();
    await heading(one, 'Renamed in one').waitFor();

    await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

    await heading(other, 'Renamed in one').waitFor();
  });

  async function rotate(ask: Ask, connectorId: string, etag: string): Promise<void> {
    const file = stage.service.keyFile('project-owner.json');
    const { keyId } = (await ask('/upload-key/', { file })).json;
    const uniqueContactField = {
      dataset: 'crm',
      table: 'subscribers',
      column: 'email',
      contactKey: { type: 'email' },
    };
    const body = { keyId, purposes: ['import'], uniqueContactField };
    const { validationId } = (await ask('/validate-connection/', { body })).json;
    const headers = { 'if-match': etag };
    await ask(`/save-connector/${connectorId}`, { method: 'PUT', body: { validationId }, headers });
  }
});
