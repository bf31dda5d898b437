import { describe, expect, test } from 'vitest';
import { contactRows } from '../../sandbox/world/tables/contacts.ts';
import { type Answer, type Init, type RunningService, withService } from './running-service.ts';

let service: RunningService;
let ask: (path: string, init?: Init) => Promise<Answer>;
let keyId: string;
withService(async (started) => {
  service = started;
  ask = await service.asker('demo');
  keyId = await upload('good.json');
});

interface Check {
  id: string;
  outcome: string;
  cause?: string;
  detail: string;
  remedy?: { text: string; gcloud?: string; bq?: string };
  evidence?: Record<string, unknown>;
}

const good = 'reader@acme-analytics.iam.gserviceaccount.com';

async function upload(file: string) {
  return String((await ask('/upload-key/', { file: service.keyFile(file) })).json.keyId);
}

async function validate(path: string, type = 'email', more: object = {}) {
  const [column = '', table = '', dataset = '', project = 'acme-analytics'] = path
    .split('.')
    .toReversed();
  const uniqueContactField = {
    project,
    dataset,
    table,
    column,
    contactKey: { type, ...(type === 'additionalField' && { id: 'loyalty-number' }) },
  };
  const body = { keyId, purposes: ['import'], uniqueContactField, ...more };
  const { json } = await ask('/validate-connection/', { body });
  const checks = json.checks as Check[];
  return {
    json,
    checks,
    /** What is not as it should be, as `D2 warning table-expires`. */
    told: checks
      .filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')
      .map(({ id, outcome, cause = '' }) => `${id} ${outcome} ${cause}`),
    of: (id: string) => checks.find((check) => check.id === id),
  };
}

describe('a table that serves', () => {
  test.each([
    ['crm.subscribers.email', 'email'],
    ['crm.subscribers.EMAIL', 'email'],
    ['crm.subscribers.phone', 'phone'],
    ['crm.contacts.external_id', 'externalId'],
    ['crm.contacts.contact_id', 'contactId'],
    ['crm.contacts.external_id', 'additionalField'],
    ['crm.contacts_mv.country', 'externalId'],
    ['crm.contacts_snapshot.email', 'email'],
    ['crm.sheet_signups.email', 'email'],
    ['crm.authorized_view.email', 'email'],
    ['web.sessions.email', 'email'],
    ['web.wide.email', 'email'],
    ['web.nested.email', 'email'],
    ['web.campaign_notes.email', 'email'],
    ['acme-warehouse.sales.customers.email', 'email'],
  ])('%s as %s', async (path, type) => {
    const { json, told } = await validate(path, type);
    expect({ told, outcome: json.outcome, ready: json.readyToSave }).toEqual({
      told: [],
      outcome: 'passed',
      ready: true,
    });
  });

  test('is asked in the place where it lies', async () => {
    const { of } = await validate('acme-warehouse.sales.customers.email');
    expect(of('D1')?.evidence).toMatchObject({ location: 'EU' });
  });

  test('is read with the Drive scope if it is a sheet, and only then', async () => {
    const scopes = async (path: string) => {
      await service.fetch('/sandbox/requests', { method: 'DELETE' });
      await validate(path);
      const { requests } = (await service.fetch('/sandbox/requests')).json;
      return (requests as { operation: string }[]).filter(({ operation }) => operation === 'token')
        .length;
    };
    expect(await scopes('crm.sheet_signups.email')).toBe(3); // with that for what else the key can do
    expect(await scopes('crm.subscribers.email')).toBe(2);
  });
});

describe('a table that serves, with a word of warning', () => {
  test.each([
    ['crm.contacts.email', 'email', 'D5 warning keys-dirty'],
    ['crm.contacts.phone', 'phone', 'D5 warning keys-dirty'],
    ['crm.contacts_view.email', 'email', 'D5 warning keys-dirty'],
    ['web.events.user_id', 'externalId', 'D5 warning keys-dirty'],
    ['crm.temporary_contacts.email', 'email', 'D2 warning table-expires'],
    ['web.pages_20260101.page', 'externalId', 'D2 warning named-by-date'],
    ['crm.regional_contacts.email', 'email', 'D5 warning rows-hidden'],
    ['acme-playground.trial.subscribers.email', 'email', 'D2 warning table-expires'],
  ])('%s', async (path, type, expected) => {
    const { json, told } = await validate(path, type);
    expect({ told, outcome: json.outcome }).toEqual({ told: [expected], outcome: 'warning' });
  });

  test('counts the dirt and tells no value', async () => {
    const { json, of } = await validate('crm.contacts.email');
    const { rows, usable, nulls, blanks, malformed, duplicates, duplicatesNormalized } = of('D5')
      ?.evidence as Record<string, number>;
    expect(rows).toBe(20_000);
    expect(Number(usable) + Number(nulls) + Number(blanks) + Number(malformed)).toBe(rows);
    for (const count of [nulls, blanks, malformed, duplicates]) expect(count).toBeGreaterThan(0);
    expect(duplicatesNormalized).toBeGreaterThan(Number(duplicates));
    expect(Number(duplicatesNormalized)).toBeLessThan(Number(usable));
    expect(JSON.stringify(json)).not.toMatch(/@(example|mail|post)/);
  });
});

test('only keys that can be used count as duplicates of each other', async () => {
  const { evidence } = (await validate('crm.contacts.phone', 'phone')).of('D5') ?? {};

  const phones = contactRows(20_000, 'contacts', true).map(([, , phone]) => String(phone ?? ''));
  const usable = phones.map((phone) => [phone, phone.replace(/\D/g, '')] as const);
  const keys = usable.filter(([, digits]) => /^\d{7,15}$/.test(digits));
  expect(evidence).toMatchObject({
    usable: keys.length,
    duplicates: keys.length - new Set(keys.map(([phone]) => phone)).size,
    duplicatesNormalized: keys.length - new Set(keys.map(([, digits]) => digits)).size,
  });
});

describe('a table that does not serve is told truly', () => {
  test.each([
    ['crm.empty_contacts.email', 'D5 failed table-empty'],
    ['crm.blank_contacts.email', 'D5 failed nothing-usable'],
    ['crm.sensitive_contacts.email', 'D4 failed policy-tag'],
    ['crm.no_key_fits.score', 'D3 failed column-unfit'],
    ['crm.no_key_fits.emails', 'D3 failed column-unfit'],
    ['crm.no_key_fits.address', 'D3 failed column-unfit'],
    ['crm.contacts.created_at', 'D3 failed column-unfit'],
    ['crm.contacts.contact_id', 'D3 failed column-unfit'],
    ['crm.contacts.emial', 'D3 failed column-missing'],
    ['crm.nothing.email', 'D2 failed not-found'],
    ['nothing.contacts.email', 'D1 failed datasets.get'],
    ['acme-warehouse.loyalty.members.email', 'D1 failed datasets.get'],
    ['acme-nothing.crm.contacts.email', 'D1 failed project-wrong'],
    ['crm.view_over_warehouse.email', 'D4 failed view-base-table'],
    ['acme-warehouse.sales.members_view.email', 'D4 failed view-base-table'],
    ['crm.quarrelsome_view.email', 'D5 failed view-broken'],
  ])('%s', async (path, expected) => {
    const { json, told, of } = await validate(path);
    expect({ told, outcome: json.outcome }).toEqual({ told: [expected], outcome: 'failed' });
    expect(of(expected.slice(0, 2))?.remedy?.text).toMatch(/^[A-Z].*\.$/);
  });

  test.each(['crm.no_key_fits.score', 'crm.contacts.emial', 'crm.sensitive_contacts.email'])(
    '%s costs nothing',
    async (path) => {
      expect((await validate(path)).json.bytesBilled).toBe(0);
    },
  );

  test('a view names the table behind it, and the line that opens that', async () => {
    const check = (await validate('crm.view_over_warehouse.email')).of('D4');
    expect(check?.detail).toContain('reads table acme-warehouse.raw.markets');
    expect(check?.remedy?.bq).toContain('acme-warehouse:raw.markets');
  });

  test('what a tenant wrote into a view decides nothing and is not repeated', async () => {
    const { json, told } = await validate('crm.quarrelsome_view.email');
    expect(told.join()).not.toContain('jobs.create');
    expect(JSON.stringify(json)).not.toMatch(/Signature|administrator<|<b>/);
  });

  test.each([
    ['crm.blank_contacts.email', 'email', 'none of 60 rows', '60 without one'],
    ['crm.subscribers.email', 'phone', 'none of 1,000 rows', '1,000 with a malformed one'],
  ])('%s as %s: why no key of it can be used', async (path, type, all, why) => {
    const detail = (await validate(path, type)).of('D5')?.detail ?? '';
    expect(detail).toContain(all);
    expect(detail.endsWith(`; ${why}.`)).toBe(true);
  });

  test('a number is no e-mail address', async () => {
    expect((await validate('crm.contacts.contact_id')).of('D3')?.detail).toBe(
      'The column contact_id cannot be the contact key: an e-mail address is text, not a number.',
    );
  });

  test('a sheet that is not shared with the account is the customer’s to share', async () => {
    const owner = await upload('project-owner.json');
    const { told, of } = await validate('crm.sheet_signups.email', 'email', { keyId: owner });
    expect(told).toEqual(['C3 warning too-much-power', 'D4 failed drive-sheet']);
    expect(of('D4')?.remedy?.text).toBe(
      'Share the Google Sheet with owner@acme-analytics.iam.gserviceaccount.com as a viewer, as with a colleague.',
    );
  });

  test('a project of the data that is amiss is told by its own name, not by that of the job project', async () => {
    const { told, of } = await validate('acme-api-off.crm.contacts.email');
    expect(told).toEqual(['D1 failed api-disabled']);
    expect(of('D1')?.detail).toBe('The BigQuery API is not enabled in project acme-api-off.');
    expect(of('D1')?.remedy?.gcloud).toContain('--project=acme-api-off');
  });

  test('a location that nobody could read is not told', async () => {
    const { of } = await validate('nothing.contacts.email');
    expect(of('C2')).toMatchObject({ detail: 'Queries run in project acme-analytics.' });
    expect(of('C2')).not.toHaveProperty('evidence');
  });

  test('a missing column comes with those that would do', async () => {
    expect((await validate('crm.contacts.emial')).of('D3')?.evidence?.fitting).toEqual(
      expect.arrayContaining(['email', 'phone', 'external_id']),
    );
  });

  test('the line to send names account, role and dataset', async () => {
    const remedy = (await validate('acme-warehouse.loyalty.members.email')).of('D1')?.remedy;
    expect(remedy?.bq).toBe(
      `bq query --use_legacy_sql=false 'GRANT \`roles/bigquery.dataViewer\` ON SCHEMA \`acme-warehouse\`.\`loyalty\` TO "serviceAccount:${good}"'`,
    );
  });
});

describe('the limit on bytes', () => {
  const tenMebibytes = { maximumBytesBilled: 10 * 1024 ** 2 };

  test('is kept to by reading a share of a table, and that is said', async () => {
    const { told, json, of } = await validate('crm.everybody.email');
    expect(told).toEqual(['D5 warning sampled']);
    const { rows, samplePercent } = of('D5')?.evidence as Record<string, number>;
    expect(of('D5')?.detail).toContain(`some ${String(samplePercent)} % of the table were read`);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(4000);
    expect(json.bytesBilled).toBeGreaterThan(0);
    expect(json.bytesBilled).toBeLessThanOrEqual(10 * 1024 ** 3);
  });

  test('is kept to where no share can be read: rows are not counted, and that is said', async () => {
    const { told, json } = await validate('crm.everybody_view.email');
    expect({ told, billed: json.bytesBilled }).toEqual({
      told: ['D5 warning over-cost-limit'],
      billed: 0,
    });
  });

  test('of the least that BigQuery bills is enough for a small table', async () => {
    const { told, json } = await validate('crm.subscribers.email', 'email', tenMebibytes);
    expect({ told, billed: json.bytesBilled }).toEqual({ told: [], billed: 10 * 1024 ** 2 });
  });

  test('counts each table behind a view, since BigQuery bills each', async () => {
    const { told } = await validate('crm.authorized_view.email', 'email', tenMebibytes);
    expect(told).toEqual([]);
  });
});
