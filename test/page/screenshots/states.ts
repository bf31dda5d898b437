import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StartedService } from '../../../tools/browser/start-service.ts';
import { chooseKey, pickField, typeName, validate } from '../support/form.ts';

export interface State {
  /** Of the file in docs/images. */
  name: string;
  path: string;
  identity?: string;
  dark?: boolean;
  width?: number;
  height: number;
  /** The id of what stands at the upper edge; the page's beginning if left out. */
  from?: string;
  /** Leads to the state, and waits until it is there. */
  show: (page: Page, service: StartedService) => Promise<unknown>;
}

/** In a workspace in which no other connector has the same key. */
const form = { path: '/connectors/new', identity: 'editor@other' };
const guide = '/guide?project=acme-analytics&for=import&dataset=crm';

/** The six main states, one of them in the dark as well. */
export const states: State[] = [
  { name: 'list', path: '/connectors', height: 860, show: list },
  { name: 'list-dark', path: '/connectors', height: 860, dark: true, show: list },
  {
    name: 'list-empty',
    path: '/connectors',
    identity: 'editor@other',
    height: 640,
    show: async (page) => page.getByText('I have no key file yet').waitFor(),
  },
  {
    ...form,
    name: 'form-failures',
    height: 1120,
    from: 'step-validate-step',
    show: failures,
  },
  { ...form, name: 'form-ready', height: 1120, from: 'step-field-step', show: ready },
  { name: 'connector', path: '/connectors', height: 1120, show: connector },
  {
    name: 'guide',
    path: guide,
    height: 1000,
    show: async (page) => page.getByText('TO "serviceAccount:marketing-connector@acme').waitFor(),
  },
];

async function list(page: Page): Promise<void> {
  await page.getByText('Web shop, Germany').waitFor();
  await page.getByText(/in all/).waitFor();
}

const keys = ({ stateFolder }: StartedService) => ({
  keyFile: (name: string) => readFileSync(join(stateFolder, 'keys', name)),
});

async function failures(page: Page, service: StartedService): Promise<void> {
  await page.getByLabel('Name of the connector').fill('Newsletter readers');
  await chooseKey(page, keys(service), 'no-rights.json');
  await validate(page);
  await typeName(page, 'Dataset', 'crm');
  await typeName(page, 'Table', 'subscribers');
  await validate(page);
  await page.getByRole('heading', { level: 1 }).focus();
}

async function ready(page: Page, service: StartedService): Promise<void> {
  await page.getByLabel('Name of the connector').fill('Newsletter readers');
  await chooseKey(page, keys(service), 'good.json');
  await validate(page);
  await pickField(page, 'crm', 'subscribers', 'email');
  await page.getByText('Everything is there.').waitFor();
  await page.getByRole('heading', { level: 1 }).focus();
}

async function connector(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Newsletter readers' }).click();
  await page.getByRole('list', { name: 'Changes, newest first' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Newsletter readers' }).waitFor();
}
