import { createSecretKey, type KeyObject } from 'node:crypto';

export function sealingKeyOf(bytes: Uint8Array): KeyObject {
  return createSecretKey(bytes);
}
