import type { Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { median } from '../median.ts';
import { askAll, forMs, inTurn } from './ask-all.ts';
import { beginFlood } from './flooders.ts';
import type { Verdicts } from './verdicts.ts';

interface Flood {
  /** What the one asks as fast as it can, and what the other works with. */
  flooding: Call;
  working: [Call, ...Call[]];
  rounds: number;
  /** The figure that counts is bounded; another one is told. */
  most?: number;
}

const flooders = 60;
const turnMs = 3_000;

/** One workspace floods an instance while another works there; with and without the flood in turns. */
export async function flood(
  { name, port }: DeployedFunction,
  { flooding, working, rounds, most = 2 }: Flood,
  { title, tell, atMost }: Verdicts,
): Promise<void> {
  title(`${name}: one workspace floods with ${String(flooders)} at once while another works`);
  const quiet: number[] = [];
  const flooded: number[] = [];
  const statuses = new Map<number, number>();
  const work = async (took: number[], until: () => boolean) =>
    askAll(port, {
      clients: 1,
      until,
      nextCall: inTurn(working),
      heard({ status, text }, ms) {
        if (status !== 200) throw new Error(`The other was refused: ${text}`);
        took.push(ms);
      },
    });
  await work([], forMs(turnMs));
  for (let round = 0; round < rounds; round += 1) {
    await work(quiet, forMs(turnMs));
    const enough = beginFlood({ port, call: flooding, clients: flooders });
    await work(flooded, forMs(turnMs));
    for (const [status, count] of await enough())
      statuses.set(status, (statuses.get(status) ?? 0) + count);
  }
  for (const [status, count] of statuses)
    tell(`answers of the flood: ${String(status)}`, String(count));
  tell(
    'the other’s median without, with',
    `${median(quiet).toFixed(1)}, ${median(flooded).toFixed(1)} ms`,
  );
  atMost('the other’s median, to that without', median(flooded) / median(quiet), most);
}
