import type { Stage } from '../stage.ts';
import type { Words } from '../table.ts';

/** The steps of a case before its request. */
export const beforehand: Record<string, (stage: Stage, words: Words) => Promise<unknown>> = {
  'readback-get-history': async ({ known }, { connectorA = '', validationA2 }) =>
    known.ask(`/save-connector/${connectorA}`, {
      method: 'PUT',
      body: { validationId: validationA2 },
      etag: (await known.connectorA()).etag,
    }),
};
