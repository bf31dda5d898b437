import * as z from 'zod';
import { connection } from './connection.ts';
import { drift } from './drift.ts';
import { health } from './health.ts';
import { changeId, connectorId, keyId } from './identifiers.ts';
import { keyFacts } from './key-facts.ts';
import { report } from './report.ts';
import { instant } from './instant.ts';
import { composedName, isReadable, lengthOfName, mostCharacters } from './name-text.ts';
import { retiredKey } from './retired-key.ts';

export const connectorName = z
  .string()
  .max(4 * mostCharacters, 'must have at most 100 characters')
  .transform(composedName)
  .pipe(
    z
      .string()
      .min(1, 'must have at least one character')
      .refine((name) => lengthOfName(name) <= mostCharacters, 'must have at most 100 characters')
      .refine(
        (name) => name === '' || isReadable(name),
        'must not contain line breaks or invisible characters',
      ),
  )
  // What is counted is characters, in JSON Schema as here; the bound above only keeps what is normalized small.
  .meta({
    description: '1 to 100 characters on one line.',
    minLength: 1,
    maxLength: mostCharacters,
    examples: ['Shop data'],
  });

export const previousConnection = z.strictObject({
  keyId,
  key: keyFacts,
  connection,
  until: instant,
});

const subject = z.string().meta({ examples: ['editor@demo'] });

/** A named connection that was kept. */
export const connector = z
  .strictObject({
    connectorId,
    name: z.string().meta({ examples: ['Shop data'] }),
    keyId,
    key: keyFacts,
    connection,
    health,
    paused: z.boolean(),
    createdAt: instant,
    createdBy: subject,
    updatedAt: instant,
    updatedBy: subject,
    etag: z.string().meta({
      description: 'Send it as If-Match with the next change.',
      examples: ['4z8x1c6v3b9n5m7q2w0e8r4t6y'],
    }),
    nextCheckAt: instant.optional().meta({
      description: 'When its health is looked at next; absent while it is paused.',
    }),
    previous: previousConnection
      .optional()
      .meta({ description: 'What a roll-back returns to, as long as it is there.' }),
  })
  .meta({ id: 'Connector' });
export type Connector = z.infer<typeof connector>;

export const connectorWithReport = z
  .strictObject({
    ...connector.shape,
    latestReport: report,
    retiredKey: retiredKey.optional().meta({
      description:
        'The key that was in use before: whether it may be disabled at Google, or is gone.',
    }),
    drift: z.array(drift).meta({
      description: 'How what was seen last differs from what was saved; empty if it does not.',
    }),
  })
  .meta({ id: 'ConnectorWithReport' });
export type ConnectorWithReport = z.infer<typeof connectorWithReport>;

/** A deleted connector, as long as it can be restored. */
export const restorableConnector = z
  .strictObject({
    connectorId,
    name: z.string().meta({ examples: ['Shop data'] }),
    deletedAt: instant,
    deletedBy: subject,
    restoreUntil: instant.meta({ description: 'Record and key are destroyed then.' }),
  })
  .meta({ id: 'RestorableConnector' });
export type RestorableConnector = z.infer<typeof restorableConnector>;

/** Append-only: who changed what when. No secrets. */
export const change = z
  .strictObject({
    changeId,
    at: instant,
    by: subject,
    what: z.enum([
      'created',
      'renamed',
      'connection-changed',
      'key-rotated',
      'rolled-back',
      'paused',
      'resumed',
      'deleted',
      'restored',
      'health-changed',
      'old-key-gone',
      'drifted',
    ]),
    detail: z.string().meta({ examples: ['Shop data → Shop data, new'] }),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof change>;
