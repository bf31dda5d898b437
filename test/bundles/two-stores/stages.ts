import { ask } from '../../../tools/deployed-service/client.ts';
import type { ServiceAccountKey } from '../../../shared/schemas/service-account-key.ts';
import { seeder } from '../../support/seed.ts';
import type { Theatre } from './interrupted.ts';
import type { Stage } from './stage.ts';

/** A new stage each time; all keys on them are alike. */
export function stages({ platform, others }: Theatre, key?: ServiceAccountKey): () => Stage {
  const { keys, connectors, request } = platform;
  let workspaces = 0;
  return () => {
    const workspace = `workspace-${String((workspaces += 1))}`;
    const seed = seeder(keys, connectors, () => new Date(), key);
    return {
      workspace,
      keys,
      seed: async () => seed(workspace),
      request: async (line, given) => request(workspace, line, given),
      async ask(name, line, given) {
        const port = others.get(name)?.port ?? 0;
        const answered = await ask(port, await request(workspace, line, given));
        if (answered.status >= 300) throw new Error(`${line}: ${answered.text}`);
        return answered;
      },
    };
  };
}
