import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import type { Scenes } from './scenes.ts';

/** Controls: what keeps attackers out lets the honest in. */
export const honest: Scenes = {
  async 'control-whole-flow'({ known, target }, _, { freshName }) {
    const { ask } = known;
    const uploaded = await ask('/upload-key/', { file: target.keyFile('good.json') });
    const { keyId } = uploaded.json;
    const validated = await ask('/validate-connection/', {
      body: { keyId, purposes: ['import'], uniqueContactField: subscribersEmail },
    });
    const { validationId } = validated.json;
    const saved = await ask('/save-connector/', { body: { name: freshName, validationId } });
    const path = `/${String(saved.json.connectorId)}`;
    const read = await ask(`/list-connectors${path}`);
    const edited = await ask(`/save-connector${path}`, {
      method: 'PUT',
      body: { name: `${String(freshName)}, new` },
      etag: read.json.etag,
    });
    const deleted = await ask(`/delete-connector${path}`, {
      method: 'DELETE',
      etag: edited.json.etag,
    });
    const restored = await ask(`/delete-connector${path}/restore`, { method: 'POST' });
    const answers = [uploaded, validated, saved, read, edited, deleted, restored];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 201, 200, 200, 200, 200]);
    expect(restored.json.name).toBe(`${String(freshName)}, new`);
  },
};
