import type { Kept } from './kept.ts';
import { type Rehearsed, rotate, save, type Saved, type Stage } from './stage.ts';

/** One thing that callers ask for, made possible by what is done before it. */
export interface Operation {
  /** The function that is asked. */
  of: string;
  prepare: (stage: Stage) => Promise<Rehearsed>;
}

export const operations: Record<string, Operation> = {
  'POST save-connector': { of: 'save-connector', prepare: saving },
  'PUT save-connector with a new key': {
    of: 'save-connector',
    prepare: async (stage) => rotation(stage, await save(stage)),
  },
  'PUT save-connector with a new key, though the rotation before it was not finished': {
    of: 'save-connector',
    prepare: async (stage) => rotation(stage, await unfinishedRotation(stage)),
  },
  'POST save-connector/{id}/roll-back': {
    of: 'save-connector',
    prepare: rollBack,
  },
  'DELETE delete-connector': {
    of: 'delete-connector',
    prepare: async (stage) => deletion(stage, await save(stage)),
  },
  'DELETE delete-connector, though the rotation before it was not finished': {
    of: 'delete-connector',
    prepare: async (stage) => deletion(stage, await unfinishedRotation(stage)),
  },
  'POST delete-connector/{id}/restore': {
    of: 'delete-connector',
    prepare: restoring,
  },
};

/** Whoever rotated was killed before the last step: the key that was replaced has no expiry yet. */
async function unfinishedRotation(stage: Stage): Promise<Saved> {
  const saved = await save(stage);
  const rotated = await rotate(stage, saved);
  await stage.keys.keep(stage.workspace, saved.keyId);
  return rotated;
}

async function saving(stage: Stage): Promise<Rehearsed> {
  const { keyId, validationId } = await stage.seed();
  const body = { name: 'Shop data', validationId };
  return {
    call: await stage.request('POST /', { body }),
    status: 201,
    statusOnceDone: 200,
    signs(kept) {
      const [record] = kept.records;
      return {
        record: record?.keyId === keyId,
        name: kept.names.has('shop data'),
        'key’s owner': kept.keys.get(keyId)?.connectorId !== undefined,
        'key’s expiry': kept.keys.get(keyId)?.expiresAt === undefined,
        validation: kept.validations.get(validationId)?.savedAs !== undefined,
        history: happened(kept, 'created') === 1,
      };
    },
  };
}

async function rotation(stage: Stage, { id, etag, keyId: old }: Saved): Promise<Rehearsed> {
  const { keyId, validationId } = await stage.seed();
  const given = { etag, body: { validationId } };
  return {
    call: await stage.request(`PUT /${id}`, given),
    status: 200,
    statusOnceDone: 412,
    signs: (kept) => ({
      record: kept.records[0]?.keyId === keyId,
      'way back': kept.records[0]?.previous?.keyId === old,
      'key’s owner': kept.keys.get(keyId)?.connectorId === id,
      'key’s expiry': kept.keys.get(keyId)?.expiresAt === undefined,
      'old key’s expiry': kept.keys.get(old)?.expiresAt !== undefined,
      validation: kept.validations.get(validationId)?.savedAs === id,
      etag: kept.records[0]?.etag !== etag,
    }),
  };
}

async function rollBack(stage: Stage): Promise<Rehearsed> {
  const saved = await save(stage);
  const { id, etag, keyId } = await rotate(stage, saved);
  return {
    call: await stage.request(`POST /${id}/roll-back`, { etag }),
    status: 200,
    statusOnceDone: 412,
    signs: (kept) => ({
      record: kept.records[0]?.keyId === saved.keyId,
      'way back': kept.records[0]?.previous?.keyId === keyId,
      'key’s expiry': kept.keys.get(saved.keyId)?.expiresAt === undefined,
      'left key’s expiry': kept.keys.get(keyId)?.expiresAt !== undefined,
      history: happened(kept, 'rolled-back') === 1,
    }),
  };
}

async function deletion(stage: Stage, { id, etag, keyId }: Saved): Promise<Rehearsed> {
  return {
    call: await stage.request(`DELETE /${id}`, { etag }),
    status: 200,
    statusOnceDone: 404,
    signs: (kept) => ({
      record: kept.records[0]?.deletedAt !== undefined,
      end: kept.records[0]?.expiresAt !== undefined,
      name: kept.names.size === 0,
      'key’s expiry': kept.keys.get(keyId)?.expiresAt !== undefined,
      history: happened(kept, 'deleted') === 1,
    }),
  };
}

async function restoring(stage: Stage): Promise<Rehearsed> {
  const { id, etag, keyId } = await save(stage);
  await stage.ask('delete-connector', `DELETE /${id}`, { etag });
  return {
    call: await stage.request(`POST /${id}/restore`),
    status: 200,
    statusOnceDone: 200,
    signs: (kept) => ({
      record: kept.records[0]?.deletedAt === undefined,
      end: kept.records[0]?.expiresAt === undefined,
      name: kept.names.has('shop data'),
      'key’s expiry': kept.keys.get(keyId)?.expiresAt === undefined,
      history: happened(kept, 'restored') === 1,
    }),
  };
}

function happened({ changes }: Kept, what: string): number {
  return [...changes.values()].flat().filter((word) => word === what).length;
}
