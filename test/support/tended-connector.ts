import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import { noGoogle, runningFunctions } from './running-functions.ts';

export const [minuteMs, dayMs] = [60_000, 86_400_000];

export interface Saved {
  id: string;
  etag: unknown;
  keyId: string;
}

/** A connector that was saved over HTTP, and the look that a task gives it; Google must not be asked. */
export async function tendedConnector() {
  const running = await runningFunctions();
  const { keys, connectors, clock, seed } = running;
  const ask = running.asker('acme');
  const save = async (name: string): Promise<Saved> => {
    const { validationId, keyId } = await seed('acme');
    const { json } = await ask('POST save-connector/', { body: { name, validationId } });
    return { id: String(json.connectorId), etag: json.etag, keyId };
  };
  const edit = async ({ id, etag }: Saved, body: object) =>
    (await ask(`PUT save-connector/${id}`, { etag, body })).json;
  const healed: object[] = [];
  const stamps = { now: clock.now, newId: () => systemStamps.newId() };
  const circuit = googleCircuit(clock);
  const ports = { ...noGoogle, keys, connectors, stamps, circuit, announcer: localAnnouncer() };
  return {
    ...running,
    ask,
    healed,
    save,
    edit,
    saved: await save('Shop data'),
    rotate: async (saved: Saved): Promise<Saved> => {
      const { validationId, keyId } = await seed('acme');
      const { etag } = await edit(saved, { validationId });
      return { ...saved, etag, keyId };
    },
    pass: (ms: number) => {
      clock.moveTo(new Date(clock.now().getTime() + ms));
    },
    /** What is due by now, by its time. */
    due: async () =>
      (await connectors.due({ at: clock.now(), limit: 10 })).map(({ nextCheckAt }) => nextCheckAt),
    look: async ({ id }: Saved) =>
      checkConnector({ workspace: 'acme', connectorId: id }, ports, {
        signal: new AbortController().signal,
        note: (event, facts) => healed.push({ event, ...facts }),
      }),
    isThere: async (keyId: string) =>
      keys.read('acme', keyId).then(
        () => true,
        () => false,
      ),
  };
}
