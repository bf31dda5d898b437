import { describe, expect, test } from 'vitest';
import { allCommands } from '../../functions/settings-page/page/guide/instructions.ts';
import { removal } from '../../functions/settings-page/page/guide/removal.ts';
import { terraform } from '../../functions/settings-page/page/guide/terraform.ts';
import {
  isGood,
  readWanted,
  searchOf,
  type Wanted,
} from '../../functions/settings-page/page/guide/wanted.ts';
import { datasetId, projectId } from '../../shared/schemas/identifiers.ts';
import { wordsOf } from '../support/words-of.ts';

const commands = (wanted: Wanted) => allCommands(wanted, (id) => id);

describe('the guide', () => {
  test.each([
    'acme; rm -rf ~',
    '$(id)',
    '`id`',
    "acme'",
    'acme\nid',
    '-acme',
    'Acme-Analytics',
    '${file("/etc/passwd")}',
    'аcme-analytics',
    '',
  ])('puts %j into no line', (name) => {
    const wanted = readWanted(
      searchOf({
        purposes: ['import', 'export'],
        project: name,
        dataset: name,
        exportDataset: name,
      }),
    );
    const told = { ...wanted, dataset: name, exportDataset: name };
    const text = [commands(told), terraform(told), JSON.stringify(removal(told))].join('\n');

    expect(text).toContain('YOUR_PROJECT');
    if (name !== '' && !isGood('dataset', name)) expect(text).not.toContain(name);
    expect(wordsOf(commands(told)).length).toBe(7);
  });

  test.each(['acme-analytics', 'example.com:acme-1', 'a', 'Acme', 'acme_1', 'a'.repeat(31), ''])(
    'knows project %j as the service does',
    (name) => {
      expect(isGood('project', name)).toBe(projectId.safeParse(name).success);
    },
  );

  test.each(['crm', 'CRM_2', 'c-r-m', 'acme.crm', 'ünï', ''])(
    'knows dataset %j as the service does',
    (name) => {
      expect(isGood('dataset', name)).toBe(datasetId.safeParse(name).success);
    },
  );
});
