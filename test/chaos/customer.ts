import type { Random } from '../../sandbox/world/random.ts';
import type { Answered, Call } from '../../tools/deployed-service/client.ts';
import type { Given } from '../bundles/deployed-platform.ts';
import type { Arena } from './arena.ts';
import type { Diary, Line } from './diary.ts';
import type { Asked, Kill } from './instances.ts';
import { reasonOf, type Tally } from './tally.ts';

/** Who uses one workspace, one thing after the other, and remembers what was answered. */
export interface Customer {
  arena: Arena;
  diary: Diary;
  tally: Tally;
  random: Random;
  workspace: string;
  /** The connectors that are this one's to change. */
  lines: Line[];
  /** Keys that wait for a validation, and validations that wait to be saved. */
  keys: string[];
  validations: { validationId: string; keyId: string }[];
  /** Names that nobody else takes are of this one. */
  prefix: string;
  /** Whether its processes are killed. */
  kills: boolean;
}

/** The exchanges with Google that a call has, about; what is planned for later than its last kills nobody. */
const exchangesOf: Record<string, number> = {
  'upload-key': 14,
  'validate-connection': 30,
  'save-connector': 9,
  'delete-connector': 9,
  'list-connectors': 3,
  'check-connector': 14,
  'check-connectors': 12,
};
const killed = 0.15;
const byTheClock = 0.2;
const longestMs = 600;

export function nextKill({ random, kills }: Customer, name: string): Kill | undefined {
  if (!kills || !random.chance(killed)) return undefined;
  if (random.chance(byTheClock)) return { afterMs: random.below(longestMs) };
  const exchange = 1 + random.below(exchangesOf[name] ?? 10);
  return { exchange, moment: random.chance(0.5) ? 'before' : 'after' };
}

/** One operation. Gives the answer, unless it was lost or says nothing: a 5xx may have done everything. */
export async function operate(
  customer: Customer,
  what: string,
  name: string,
  call: Call,
  kill: Kill | undefined = nextKill(customer, name),
): Promise<Answered | undefined> {
  const asked = await customer.arena.instances.ask(name, call, kill);
  customer.tally.count(what, asked);
  noteUnexplained(customer.diary, what, asked);
  const { answered } = asked;
  return answered && answered.status < 500 ? answered : undefined;
}

/** The same as a person, by the line of a request. */
export async function operateAs(
  customer: Customer,
  what: string,
  name: string,
  line: string,
  given: Given = {},
  kill?: Kill,
): Promise<Answered | undefined> {
  const call = await customer.arena.platform.request(customer.workspace, line, given);
  return operate(customer, what, name, call, kill);
}

function noteUnexplained(diary: Diary, what: string, asked: Asked): void {
  const { answered, killed } = asked;
  if (!answered && !killed) diary.surprises.push(`${what}: a process ended by itself`);
  if (answered && answered.status >= 500 && reasonOf(asked) === 'unexplained')
    diary.surprises.push(
      `${what}: ${String(answered.status)} ${answered.text} (${asked.waits.longest.toFixed(0)} ms)`,
    );
}
