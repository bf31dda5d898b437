import { describe, expect, test } from 'vitest';
import { explainVerdict } from '../../shared/validation/explain-verdict.ts';
import { firstAnswers, http, moreAnswers } from './known-answers.ts';

const clientEmail = 'reader@acme-analytics.iam.gserviceaccount.com';
const asked = {
  ...{ clientEmail, keyProject: 'acme-keys', jobProject: 'acme-jobs' },
  ...{ project: 'acme-analytics', dataset: 'crm', table: 'contacts' },
  what: 'table acme-analytics.crm.contacts',
};
const known = new Map([...firstAnswers, ...moreAnswers].map((answer) => [answer.id, answer]));

function findingOf(id: string) {
  const answer = known.get(id);
  if (!answer) throw new Error(`No answer ${id}`);
  return explainVerdict(http(answer.operation, answer.httpStatus, answer.body), asked);
}

describe('what a customer is told of an answer', () => {
  test.each([
    [
      'kms-connection-2024',
      'BigQuery may not use the key in Cloud KMS that protects table acme-analytics.crm.contacts, or the key is switched off.',
    ],
    [
      'load-file-denied',
      `The account ${clientEmail} lacks the permission storage.objects.get on the Cloud Storage bucket behind table acme-analytics.crm.contacts.`,
    ],
    [
      'table-exists',
      'Google already had what we asked it to make. This is ours to mend. Try again in a few minutes.',
    ],
    [
      'datasets-create-2021',
      `The account ${clientEmail} lacks the permission bigquery.datasets.create on project acme-analytics.`,
    ],
    [
      'datasets-update-2020',
      `The account ${clientEmail} lacks the permission bigquery.datasets.update on dataset acme-analytics.crm.`,
    ],
    [
      'tables-delete-2022',
      `The account ${clientEmail} lacks the permission bigquery.tables.delete on table acme-analytics.crm.contacts.`,
    ],
  ])('%s', (id, sentence) => {
    expect(findingOf(id).detail).toBe(sentence);
  });

  test.each([
    [
      'kms-connection-2024',
      /^Ask whoever administers the Cloud KMS key .* not to reader@acme-analytics\.iam\.gserviceaccount\.com\.$/,
    ],
    [
      'load-file-denied',
      /^Ask whoever administers the Cloud Storage bucket .* roles\/storage\.objectViewer /,
    ],
    [
      'datasets-create-2021',
      /^Ask whoever administers project acme-analytics to grant roles\/bigquery\.user /,
    ],
  ])('and who can mend it: %s', (id, remedy) => {
    expect(findingOf(id).remedy?.text).toMatch(remedy);
  });

  test('is never what Google said', () => {
    for (const { id, body } of known.values()) {
      const { detail, remedy } = findingOf(id);
      const told = `${detail} ${remedy?.text ?? ''}`.toLowerCase();
      const said = JSON.stringify(body).toLowerCase();
      expect(said.includes(detail.toLowerCase()), id).toBe(false);
      expect(told, id).not.toMatch(/undefined|access denied:|or it may not exist/);
    }
  });
});
