import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './support/axe.ts';
import { inBrowser } from './support/in-browser.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });

const refuse = async (route: Route, status: number, problem: object) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    headers: status === 429 ? { 'retry-after': '2' } : {},
    body: JSON.stringify({ ...problem, status }),
  });
const tooFast = {
  code: 'rate-limited',
  title: 'Too many requests',
  detail: 'Wait 2 seconds: a workspace may change connectors at most 60 times in this span.',
};
const tooMany = {
  code: 'connector-cap-reached',
  title: 'The workspace has as many connectors as it may',
  detail: 'Delete a connector that is not needed: a workspace may have 1000.',
};

/** What regions that speak say to who listens: what lies behind a question is out of reach, and says nothing. */
async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): string => {
    const node = byId.get(id);
    const own = node?.role?.value === 'StaticText' ? String(node.name?.value) : '';
    return own + (node?.childIds ?? []).map(textOf).join('');
  };
  const speaking = nodes.filter(({ role, ignored }) => role?.value === 'status' && !ignored);
  return speaking.map(({ nodeId }) => textOf(nodeId)).join(' ');
}

/** A change that is refused for its number is told where it was pressed, and can be made when there is room for it. */
inBrowser('a workspace that has had enough', ({ connect, signedIn }) => {
  test('is told how long to wait before the next change', async () => {
    const { connectorId } = await connect({ name: 'Too fast' });
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await heading(page, 'Too fast').waitFor();
    const once = { times: 1 };
    await page.route('**/save-connector/**', async (route) => refuse(route, 429, tooFast), once);

    await button(page, 'Pause').click();

    await page.getByText(tooFast.detail).waitFor();
    await page.getByText(/It is possible again in \d seconds?\./).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.locator('main .notice button[aria-disabled=false]').waitFor();
    await button(page, 'Try again').click();
    await button(page, 'Resume').waitFor();
  });

  test('hears it in a question, too, when the wait is over', async () => {
    const { connectorId } = await connect({ name: 'Too fast to delete' });
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await button(page, 'Delete').click();
    const once = { times: 1 };
    await page.route('**/delete-connector/**', async (route) => refuse(route, 429, tooFast), once);

    await button(page, 'Delete it').click();

    await page.getByText(/It is possible again in \d seconds?\./).waitFor();
    await expect.poll(async () => heard(page)).toContain('It is possible again.');
    expect(await axe(page)).toEqual([]);
  });

  test('is told why a connector does not come back, and brings it back once there is room', async () => {
    const { connectorId } = await connect({ name: 'One too many' });
    const page = await signedIn('editor@demo', `/connectors/${connectorId}`);
    await button(page, 'Delete').click();
    await button(page, 'Delete it').click();
    const once = { times: 1 };
    await page.route('**/restore', async (route) => refuse(route, 409, tooMany), once);

    await button(page, 'Undo').click();

    const told = page.getByRole('dialog', { name: '“One too many” was not restored' });
    await told.getByText(tooMany.detail).waitFor();
    expect(await axe(page)).toEqual([]);
    await told.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'One too many' }).waitFor();
  });
});
