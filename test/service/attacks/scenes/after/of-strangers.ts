import { expect } from 'vitest';
import type { Answered } from '../../send.ts';
import type { Stage } from '../../stage.ts';
import type { Afterwards } from '../afterwards.ts';

const invented = 'con-00000000000000000000000000';
const perRequest = /^(?:date|content-length)$/;

/** All of an answer but what differs between any two. */
export function comparable({ status, headers, text }: Answered): unknown {
  const told = Object.entries(headers).filter(([name]) => !perRequest.test(name));
  const body = text.replace(/[0-9a-f]{32}/g, 'trace');
  return [status, told, body];
}

async function noCheckStarted({ known }: Stage): Promise<void> {
  expect((await known.connectorA()).nextCheckAt).toBeUndefined(); // it is paused
}

const userFacing = [
  ['upload-key', 'POST', '/'],
  ['browse-tables', 'GET', '/'],
  ['validate-connection', 'POST', '/'],
  ['save-connector', 'POST', '/'],
  ['save-connector', 'PUT', `/${invented}`],
  ['save-connector', 'POST', `/${invented}/roll-back`],
  ['list-connectors', 'GET', '/'],
  ['list-connectors', 'GET', '/deleted'],
  ['delete-connector', 'DELETE', `/${invented}`],
  ['delete-connector', 'POST', `/${invented}/restore`],
] as const;

export const ofStrangers: Afterwards = {
  async 'door-no-token-every-function'({ target }) {
    const { send } = await import('../../send.ts');
    for (const [name, method, path] of userFacing) {
      const answer = await send(target, name, { method, path });
      expect([name, answer.status, answer.json.code]).toEqual([name, 401, 'token-missing']);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  },

  async 'oracle-404-body'({ ask }, [answer]) {
    const unknown = await (await ask('b'))(`/list-connectors/${invented}`);
    expect(answer && comparable(answer)).toEqual(comparable(unknown));
  },

  async 'oracle-412'({ ask }, _, { connectorA = '', etagA = '' }) {
    const other = await ask('b');
    const answers = [];
    for (const id of [connectorA, invented]) {
      for (const match of [etagA, '"guess"', undefined]) {
        const headers = match === undefined ? {} : { 'if-match': match };
        answers.push(await other(`/delete-connector/${id}`, { method: 'DELETE', headers }));
      }
    }
    expect(new Set(answers.map((each) => JSON.stringify(comparable(each)))).size).toBe(1);
  },

  'machine-anonymous-scheduler': noCheckStarted,
  'machine-editor-token': noCheckStarted,
};
