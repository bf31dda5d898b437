import * as z from 'zod';
import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { keyId } from '../../shared/schemas/identifiers.ts';
import { instant } from '../../shared/schemas/instant.ts';
import { keyFacts } from '../../shared/schemas/key-facts.ts';
import { uploadKey, type UploadKeyPorts } from './upload-key.ts';

const uploadedKey = z
  .strictObject({
    keyId,
    ...keyFacts.shape,
    expiresAt: instant.meta({
      description: 'The key is destroyed then, unless a connector was saved with it.',
    }),
    warnings: z
      .array(z.strictObject({ id: z.string(), cause: z.string(), detail: z.string() }))
      .meta({
        description: 'What was repaired in the file, or deserves a look.',
        examples: [
          [
            {
              id: 'A4',
              cause: 'line-breaks-repaired',
              detail: 'The line breaks of the private key were damaged, and could be repaired.',
            },
          ],
        ],
      }),
  })
  .meta({ id: 'UploadedKey' });

export const uploadKeyEndpoint: Endpoint<UploadKeyPorts> = {
  name: 'upload-key',
  description:
    'Takes a service-account key file, tells what is wrong with it, and keeps it if it can be used.',
  calls: [
    call({
      method: 'POST',
      path: '/',
      summary: 'Upload a key file',
      description: 'The body is the file itself. Its private half is never given back by any call.',
      role: 'editor',
      request: { file: { maximumBytes: 16 * 1024 } },
      status: 201,
      answer: uploadedKey,
      problems: [
        'key-unreadable',
        'key-not-a-service-account',
        'key-incomplete',
        'private-key-unusable',
        'key-cap-reached',
        'rate-limited',
      ],
      handle: uploadKey,
    }),
  ],
};
