import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { priceTable } from '../../tools/bench/fleet/price-table.ts';
import { quotaTable } from '../../tools/bench/fleet/quota-table.ts';
import { recordedChecksADay, recordedDay } from '../../tools/bench/fleet/recorded-day.ts';
import {
  cellsOf,
  commands,
  declared,
  handbook,
  handbookFile,
  keysOf,
  tableUnder,
  terraform,
} from './handbook.ts';

const prose = handbook.replaceAll(/^```[^]*?^```/gm, '');
const inCode = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

describe('the handbook’s commands', () => {
  test.each(commands().map((text) => [text.split('\n')[0] ?? '', text]))(
    '%s: bash can read',
    (_first, text) => {
      expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr).toBe('');
    },
  );

  test('ask for outputs, and speak of resources, that there are', () => {
    const text = commands().join('\n');
    const outputs = [...text.matchAll(/output -raw (\w+)/g)].map(([, name]) => name);
    const resources = [...`${text}\n${inCode.join('\n')}`.matchAll(/\b(google_\w+)\.(\w+)/g)];

    expect(declared('output')).toEqual(expect.arrayContaining(outputs));
    for (const [, type = '', name = ''] of resources) {
      const where =
        name === 'this'
          ? `${terraform}\n${readFileSync('terraform/modules/function/main.tf', 'utf8')}`
          : terraform;
      expect(where).toContain(`resource "${type}" "${name}"`);
    }
  });
});

test('a database is restored to its own place, which may be none of the functions’, under its own key', () => {
  const lines = commands()
    .join('')
    .split('\n')
    .filter((line) => /^gcloud firestore (backups|databases (create|restore)) /.test(line));

  expect(lines.length).toBe(3);
  for (const line of lines) {
    expect(line).toContain('$PLACE');
    expect(line).not.toContain('$REGION');
    if (line.includes('databases create')) expect(line).toContain('--kms-key-name=');
  }
});

test('Cloud Run’s agent is let into a shared network before anything is applied', () => {
  const agent = 'service-$NUMBER@serverless-robot-prod.iam.gserviceaccount.com';
  const told = handbook.indexOf(`AGENT="serviceAccount:${agent}"`);

  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(handbook.indexOf('terraform -chdir=terraform apply release.tfplan'));
  expect(handbook).toMatch(/add-iam-policy-binding "\$SUBNETWORK".*"\$AGENT".*networkUser/);
});

test('every variable, output and file that the handbook names is there', () => {
  const known = new Set([...declared('variable'), ...declared('output'), 'offline_access']);
  const named = inCode.flatMap((code) => /^[a-z]+(?:_[a-z]+)+(?=$| = |\.)/.exec(code)?.[0] ?? []);
  const paths = inCode.filter((code) => /^(?:terraform|tools|docs|test)\/[\w./-]+\w$/.test(code));

  expect(
    named.filter((name) => !known.has(name) && !/^(at_hash|c_hash|google_\w+)$/.test(name)),
  ).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('every output of terraform/ is in the handbook, and every variable without a default', () => {
  const missing = declared('output').filter((name) => !inCode.includes(name));
  const required = [...terraform.matchAll(/^variable "(\w+)" \{\n([^]*?)^\}/gm)]
    .filter(([, , body = '']) => !/^ {2}default /m.test(body))
    .map(([, name]) => name);

  expect(missing).toEqual([]);
  expect(required.filter((name) => name !== undefined && !inCode.includes(name))).toEqual([]);
});

test('every alert is there with its meaning and what to do, and no other', () => {
  const rows = cellsOf(/\| alert +\|[^]*?\n\n/.exec(handbook)?.[0] ?? '').slice(2);

  expect(rows.map(([name]) => name).toSorted()).toEqual(
    [...keysOf('metric_alerts'), ...keysOf('line_alerts')].map((name) => `\`${name}\``).toSorted(),
  );
  expect(rows.flat().every((cell) => cell !== '')).toBe(true);
});

test.each([
  ['table: price', priceTable],
  ['table: quota', quotaTable],
])('%s is as `npm run bench -- cost` prints it', (mark, table) => {
  expect(tableUnder(mark)).toEqual(cellsOf(table(recordedDay, recordedChecksADay)));
});

test('the queue’s full rate is the one that it has if nobody says otherwise', () => {
  const [, set] = /variable "checks_a_second" \{[^}]*?default += (\d+)/.exec(terraform) ?? [];
  const rates = tableUnder('table: quota').find(([name]) => name === 'tasks handed out a second');

  expect(rates?.[4]).toBe(set);
});

test('rotations are found in what Firestore tells of changes', () => {
  const [, program = ''] = /^ROTATIONS='(.*)'$/m.exec(handbook) ?? [];
  const told = (id: string, what: string) => ({
    document: {
      name: `projects/p/databases/d/documents/workspaces/acme/connectors/${id}/changes/1`,
      fields: {
        change: {
          mapValue: {
            fields: {
              at: { stringValue: '2026-11-20T10:00:00.000Z' },
              what: { stringValue: what },
            },
          },
        },
      },
    },
  });
  const input = JSON.stringify([
    told('con-1', 'key-rotated'),
    told('con-2', 'renamed'),
    { readTime: '' },
  ]);

  const { stdout } = spawnSync(process.execPath, ['--print', program], { input, encoding: 'utf8' });

  expect(stdout).toBe('2026-11-20T10:00:00.000Z acme/connectors/con-1\n');
});

test.each(['deployer', 'planner'])('the roles of the %s are those that are granted', (who) => {
  const lines = readFileSync(`tools/deploy/${who}-roles.txt`, 'utf8').trim().split('\n');
  const granted = lines.map((line) => /^(\S+) (.+)$/.exec(line)?.slice(1) ?? [line]);

  expect(tableUnder(`table: ${who}`).slice(2)).toEqual(
    granted.map(([role = '', what = '']) => [`\`${role}\``, what]),
  );
  expect(
    lines.filter((line) => /owner|editor|roles\/viewer|secretAccessor|datastore\./.test(line)),
  ).toEqual([
    ...(who === 'deployer' ? ['roles/monitoring.editor alerts, channels, the dashboard'] : []),
  ]);
  const custom = readFileSync(`tools/deploy/${who}-role.yaml`, 'utf8');
  expect(custom).not.toMatch(/versions\.access|entities|\*/);
});

test('every short name of a right is explained', () => {
  expect(
    tableUnder('table: rights')
      .slice(2)
      .map(([name]) => name),
  ).toEqual(keysOf('roles').map((name) => `\`${name}\``));
});

test('every link leads somewhere', () => {
  const anchors = [...handbook.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [, target = ''] of prose.matchAll(/\]\(([^)]+)\)/g)) {
    if (target.startsWith('https://')) continue;
    const [path = '', anchor] = target.split('#');
    if (path === '') expect(anchors).toContain(anchor);
    else expect(existsSync(join(dirname(handbookFile), path))).toBe(true);
  }
});
