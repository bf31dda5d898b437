import { createHash, createPublicKey } from 'node:crypto';
import type { KeyFacts } from '../../schemas/key-facts.ts';
import type { ServiceAccountKey } from '../../schemas/service-account-key.ts';

/** What may be told of a key. The fingerprint is of its public half: it proves nothing to who knows it. */
export function publicFacts({
  clientEmail,
  projectId,
  privateKeyId,
  privateKey,
}: ServiceAccountKey): KeyFacts {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const fingerprint = `sha256:${createHash('sha256').update(spki).digest('hex')}`;
  return { clientEmail, projectId, privateKeyId, fingerprint };
}
