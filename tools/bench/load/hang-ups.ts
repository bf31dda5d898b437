import { setTimeout } from 'node:timers/promises';
import type { Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { rssOf } from '../process-use.ts';
import { inTurn } from './ask-all.ts';
import { handlesOf, nothingLeft } from './open-streams.ts';
import { openStream } from './streams.ts';
import type { Verdicts } from './verdicts.ts';

const atOnce = 80;
const longestMs = 1_500;

/** Clients that go before they are answered, at any time: nothing goes on for them, neither here nor at Google. */
export async function hangUps(
  { name, port, process: child }: DeployedFunction,
  count: number,
  validations: [Call, ...Call[]],
  underWay: () => number,
  verdicts: Verdicts,
): Promise<void> {
  const { title, tell, atMost, exactly } = verdicts;
  title(`${name}: ${String(count)} clients that hang up`);
  const pid = String(child.pid);
  const [handles, memory] = [handlesOf(pid), rssOf(pid)];
  const nextCall = inTurn(validations);
  let left = count;
  let answered = 0;
  const client = async () => {
    for (; left > 0; left -= 1) {
      const stream = openStream(port, nextCall());
      await setTimeout(Math.random() * longestMs);
      if (!stream.isOpen()) answered += 1;
      stream.hangUp();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  tell('of them answered before they went', String(answered));
  await nothingLeft({ pid, handles }, verdicts);
  exactly('questions that go on at Google', underWay(), 0);
  atMost('memory’s growth', rssOf(pid) - memory, 64, ' MiB');
}
