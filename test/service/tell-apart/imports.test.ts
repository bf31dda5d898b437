import { describe, expect, test } from 'vitest';
import { asking, brief, column, denied } from './asking.ts';

/** Every row of the list of checks by what it has to tell apart, each cause by its own word. */
const service = asking();
const { says } = service;

describe('D. Import: the table with the contact key', () => {
  test('D1 missing vs forbidden', async () => {
    expect(
      brief(await says('project-owner', 'D1', column('acme-analytics.nothing.contacts.email'))),
    ).toBe('D1 failed not-found');
    expect(brief(await says('no-dataset-access', 'D1'))).toBe('D1 failed datasets.get');
  });

  test('D2 Sheets: share the sheet and Drive scope; expiring: warning with date', async () => {
    const kindOf = async (table: string) =>
      (await says('good', 'D2', column(`acme-analytics.crm.${table}.email`))).evidence?.kind;
    expect(await kindOf('subscribers')).toBe('table');
    expect(await kindOf('contacts_view')).toBe('view');
    expect(await kindOf('contacts_mv')).toBe('materialized view');
    expect(await kindOf('contacts_snapshot')).toBe('table snapshot');
    expect(await kindOf('sheet_signups')).toBe('Google Sheet');
    const sheet = column('acme-analytics.crm.sheet_signups.email');
    expect(brief(await says('good', 'D4', sheet))).toBe('D4 passed');
    const unshared = await says('project-owner', 'D4', sheet);
    expect(brief(unshared)).toBe('D4 failed drive-sheet');
    expect(unshared.remedy?.text).toContain('Share the Google Sheet with owner@');
    const expiring = await says(
      'good',
      'D2',
      column('acme-analytics.crm.temporary_contacts.email'),
    );
    expect(brief(expiring)).toBe('D2 warning table-expires');
    expect(expiring.detail).toMatch(/on \d{4}-\d\d-\d\d/);
  });

  test('D3 list the columns that would fit; RECORD, REPEATED, JSON, BYTES, GEOGRAPHY, FLOAT cannot be keys', async () => {
    const missing = await says('good', 'D3', column('acme-analytics.crm.contacts.emial'));
    expect(missing.evidence?.fitting).toContain('email');
    for (const name of ['address', 'emails', 'profile', 'photo', 'place', 'score']) {
      const unfit = await says('good', 'D3', column(`acme-analytics.crm.no_key_fits.${name}`));
      expect(brief(unfit)).toBe('D3 failed column-unfit');
    }
    expect(brief(await says('good', 'D3', column('acme-analytics.crm.subscribers.EMAIL')))).toBe(
      'D3 passed',
    );
  });

  test('D4 bigquery.tables.getData; policy tags (fineGrainedGet); connections.use; row policies filter silently', async () => {
    const unread = await says('metadata-only', 'D4');
    expect(unread.evidence?.missingPermission).toBe('bigquery.tables.getData');
    const tagged = await says('good', 'D4', column('acme-analytics.crm.sensitive_contacts.email'));
    expect(tagged.evidence?.missingPermission).toBe('datacatalog.categories.fineGrainedGet');
    const hidden = await says('good', 'D5', column('acme-analytics.crm.regional_contacts.email'));
    expect(brief(hidden)).toBe('D5 warning rows-hidden');
    expect(hidden.detail).toContain('row access policies');
    await service.fault({
      operation: 'jobs.insert.dryRun',
      ...denied(
        'Access Denied: Connection 123456789012.us.lake: User does not have bigquery.connections.use permission for connection 123456789012.us.lake.',
      ),
    });
    expect((await says('good', 'C2')).evidence).toMatchObject({
      missingPermission: 'bigquery.connections.use',
      role: 'roles/bigquery.connectionUser',
    });
  });

  test('D5 nothing usable: failed; nulls, duplicates, malformed: warning with counts; never a value of a row', async () => {
    expect(brief(await says('good', 'D5', column('acme-analytics.crm.blank_contacts.email')))).toBe(
      'D5 failed nothing-usable',
    );
    const dirty = await says('good', 'D5', column('acme-analytics.crm.contacts.email'));
    expect(brief(dirty)).toBe('D5 warning keys-dirty');
    for (const count of ['nulls', 'blanks', 'malformed', 'duplicates', 'duplicatesNormalized'])
      expect(Number(dirty.evidence?.[count])).toBeGreaterThan(0);
    expect(JSON.stringify(dirty)).not.toMatch(/[\w.]@(?!acme)/);
    expect(brief(await says('good', 'D5', column('acme-analytics.crm.everybody.email')))).toBe(
      'D5 warning sampled',
    );
  });
});
