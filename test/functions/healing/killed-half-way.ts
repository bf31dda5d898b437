import { sealingKey } from '../../../shared/adapters/local/sealing-key.ts';
import type { KeyVault } from '../../../shared/ports/key-vault.ts';
import { workshop } from './workshop.ts';

/** A process that is killed at the n-th word to the vault of what it does: before the word, or once it is done. */
const [folder = '', what = '', moment, at = '0'] = process.argv.slice(2);
const shop = workshop(folder, '2026-03-02T00:00:00.000Z', { sealingKey: sealingKey(folder) });
const { operations, vault } = shop;

const { connector } = await operations.save(vault, 'Shop data');
const id = connector.connectorId;
const prepared: Record<string, () => Promise<unknown>> = {
  'roll-back': async () => operations.rotate(vault, id),
  'delete of what was paused': async () => operations.edit(vault, id, { paused: true }),
  'delete of what was rotated': async () => operations.rotate(vault, id),
  restore: async () => operations.delete(vault, id),
  'rotate of what was rotated': async () => operations.rotate(vault, id),
};
await prepared[what]?.();

let word = 0;
const meets = async (say: () => Promise<boolean>): Promise<boolean> => {
  const isNow = word === Number(at);
  word += 1;
  if (isNow && moment === 'before') kill();
  const said = await say();
  if (isNow) kill();
  return said;
};
const hands: Pick<KeyVault, 'keep' | 'expire'> = {
  keep: async (...of) => meets(async () => vault.keep(...of)),
  expire: async (...of) => meets(async () => vault.expire(...of)),
};
const done: Record<string, () => Promise<unknown>> = {
  save: async () => operations.save(hands, 'Newsletter'),
  rotate: async () => operations.rotate(hands, id),
  'roll-back': async () => operations.rollBack(hands, id),
  delete: async () => operations.delete(hands, id),
  'delete of what was paused': async () => operations.delete(hands, id),
  'delete of what was rotated': async () => operations.delete(hands, id),
  restore: async () => operations.restore(hands, id),
  'rotate of what was rotated': async () => operations.rotate(hands, id),
};
await done[what]?.();

function kill(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;); // the signal comes before this thread does anything more
}
