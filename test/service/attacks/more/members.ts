import { expect } from 'vitest';
import { type MoreAttack, refusedEach, tryAt } from './trying.ts';

/** Members of a stored record, and of what is near it, that a body has no business to name. */
const notYours = {
  workspace: 'b',
  connectorId: 'con-00000000000000000000000000',
  keyId: 'key-00000000000000000000000000',
  key: { clientEmail: 'x@acme-analytics.iam.gserviceaccount.com' },
  health: { state: 'healthy' },
  state: 'healthy',
  etag: 'x',
  createdAt: '2001-01-01T00:00:00.000Z',
  createdBy: 'somebody',
  updatedBy: 'somebody',
  deletedAt: null,
  expireAt: '2099-01-01T00:00:00.000Z',
  expiresAt: '2099-01-01T00:00:00.000Z',
  nextCheckAt: '2099-01-01T00:00:00.000Z',
  previous: null,
  changes: [],
  connection: { dataset: 'crm' },
  latestReport: { outcome: 'passed' },
  fingerprint: 'x',
  keyState: 'attached',
};

export const members: MoreAttack[] = [
  {
    threat: 17,
    title:
      'no member of a record is taken from a body that may not have it, alone beside what it may',
    async run(stage) {
      const { connectorA = '' } = stage.known.words;
      const before = await stage.known.connectorA();
      const headers = {
        'content-type': 'application/json',
        'if-match': `"${String(before.etag)}"`,
      };
      const put = async (body: object) =>
        tryAt(stage, 'save-connector', {
          method: 'PUT',
          path: `/${connectorA}`,
          headers,
          body: JSON.stringify(body),
        });
      await refusedEach(Object.entries(notYours), [400], async ([name, value]) =>
        put({ name: 'Taken over', [name]: value }),
      );
      const { etag, name } = await stage.known.connectorA();
      expect({ etag, name }).toEqual({ etag: before.etag, name: before.name });
      // The same without any of them is a change: what is refused above is refused for its member.
      expect((await put({ name: String(before.name) })).status).toBe(200);
    },
  },
];
