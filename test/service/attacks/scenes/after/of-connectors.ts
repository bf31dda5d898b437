import { expect } from 'vitest';
import type { Stage } from '../../stage.ts';
import type { Afterwards } from '../afterwards.ts';

interface Listed {
  connectorId: string;
  name: string;
  keyId: string;
}

export async function listed({ known }: Pick<Stage, 'known'>): Promise<Listed[]> {
  return (await known.ask('/list-connectors/?pageSize=100')).json.connectors as Listed[];
}

const nothingNamed =
  (id: string): Afterwards[string] =>
  async (stage) => {
    expect((await listed(stage)).map(({ name }) => name)).not.toContain(`Name ${id}`);
  };

const unsaved = [
  'time-nbf-future-save',
  'flow-no-validation',
  'flow-failed-validation',
  'flow-dataset-swapped',
  'parser-text-plain',
  'mixed-save-own-validation-their-key',
];

export const ofConnectors: Afterwards = {
  ...Object.fromEntries(unsaved.map((id) => [id, nothingNamed(id)])),

  async 'race-create-same-name'(stage, answers) {
    // The same wish again is answered by the same connector, so it is these that are counted.
    const made = answers.filter(({ status }) => status < 300);
    expect(new Set(made.map(({ json }) => json.connectorId)).size).toBe(1);
    const names = (await listed(stage)).map(({ name }) => name);
    expect(names.filter((name) => name === 'Name race-create-same-name')).toHaveLength(1);
  },

  async 'mass-create'(stage, answers, { connectorB = '' }) {
    for (const { status } of answers) expect(status).toBe(400);
    await nothingNamed('mass-create')(stage, answers, {});
    const theirs = (await (await stage.ask('b'))('/list-connectors/')).json.connectors as Listed[];
    expect(theirs.map(({ connectorId }) => connectorId)).toContain(connectorB);
    expect(theirs).toHaveLength(2);
  },

  async 'mass-edit'({ known }, answers, { etagA, nameA }) {
    expect(answers.map(({ status }) => status)).toEqual([400]);
    const { etag, name } = await known.connectorA();
    expect({ etag: `"${String(etag)}"`, name }).toEqual({ etag: etagA, name: nameA });
  },

  async 'page-token-bent-list'({ known }, answers, { pageTokenOfA = '' }) {
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const straight = await known.ask(`/list-connectors/?pageToken=${pageTokenOfA}`);
    expect(straight.status).toBe(200);
  },

  async 'name-zero-width-twin'(stage) {
    const folded = (name: string) => name.replace(/\p{Cf}/gu, '').toLowerCase();
    const twins = (await listed(stage)).filter(({ name }) => folded(name) === 'alpha shop');
    expect(twins).toHaveLength(1);
  },

  async 'control-fresh-key-rotation'({ known }, [answer], { etagA, keyA, connectorA = '' }) {
    expect(answer?.json.etag).not.toBe(etagA?.replaceAll('"', ''));
    expect(answer?.json.keyId).not.toBe(keyA);
    const { keyId, until } = answer?.json.previous as { keyId: string; until: string };
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(6.9 * 24 * 60 * 60 * 1000);
    expect((await known.ask(`/browse-tables/?keyId=${keyId}`)).status).toBe(200);
    const again = await known.ask('/validate-connection/', { body: { connectorId: connectorA } });
    expect(['passed', 'warning']).toContain(again.json.outcome); // the same key was uploaded before
  },

  async 'xss-name'({ known }, [answer]) {
    const id = String(answer?.json.connectorId);
    for (const path of [`/list-connectors/${id}`, '/list-connectors/?query=onerror']) {
      const { headers, text } = await known.ask(path);
      expect(headers['content-type']).toMatch(/^application\/json/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(text).toContain('"name":"<img src=x onerror=alert(1)>"');
    }
  },
};
