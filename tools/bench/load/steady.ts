import { type Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { askAll, forMs, inTurn, percentile } from './ask-all.ts';
import type { Verdicts } from './verdicts.ts';
import { watchMemory } from './watch-memory.ts';

const atOnce = 80;
const warmUpMs = 3_000;
/** Seven eighths of the 512 MiB that an instance of 80 at once should be given. */
const mostMiB = 448;
/** Node's heap grows lazily: what has run for a minute is warm, and what has for seconds is not. */
const mostGrowthMiB = { aMinute: 16, seconds: 64 };

/** As many at once as the platform gives to an instance, for as long as it takes to see whether memory grows. */
export async function steady(
  { name, port, process: child, log }: DeployedFunction,
  calls: [Call, ...Call[]],
  ms: number,
  { title, tell, atMost, exactly }: Verdicts,
): Promise<void> {
  title(`${name}: ${String(atOnce)} at once for ${String(ms / 1000)} s`);
  const nextCall = inTurn(calls);
  const bound = ms >= 60_000 ? mostGrowthMiB.aMinute : mostGrowthMiB.seconds;
  await askAll(port, { clients: atOnce, until: forMs(warmUpMs), nextCall, heard: () => undefined });
  const took: number[] = [];
  let bad = 0;
  const memory = watchMemory(child.pid ?? 0);
  await askAll(port, {
    clients: atOnce,
    until: forMs(ms),
    nextCall,
    heard({ status, text }, spent) {
      took.push(spent);
      if (status === 200) return;
      bad += 1;
      if (bad === 1)
        console.log(`  first bad answer: ${String(status)} ${text}\n${log().slice(-500)}`);
    },
  });
  const { most, growth } = memory.stop();
  const of = (share: number) => `${percentile(took, share).toFixed(0)} ms`;
  tell('answers, a second', `${String(took.length)}, ${((took.length / ms) * 1000).toFixed(0)}`);
  tell('half, 90 %, 99 % within', `${of(0.5)}, ${of(0.9)}, ${of(0.99)}`);
  tell('99.9 %, the slowest', `${of(0.999)}, ${of(1)}`);
  exactly('other answers than 200', bad, 0);
  atMost('memory at most', most, mostMiB, ' MiB');
  atMost('memory’s growth in the second half', growth, bound, ' MiB');
}
