import { setTimeout } from 'node:timers/promises';
import type { Change } from '../../shared/schemas/connector.ts';
import type { Given } from '../bundles/deployed-platform.ts';
import { type Customer, operateAs } from './customer.ts';
import { count, type Line, settle, type State, stateOf } from './diary.ts';

export interface Wish {
  /** As the table calls it. */
  what: string;
  /** The function, and the line of its request. */
  of: string;
  line: string;
  given?: Given;
  /** What becomes of the connector, and the words of it in its history. */
  then: (state: State) => State;
  words: Change['what'][];
}

/** Asks for a change; where the answer is lost, looks what became of it, as somebody at the page would. */
export async function change(customer: Customer, line: Line, wish: Wish): Promise<void> {
  const { diary } = customer;
  const answered = await operateAs(customer, wish.what, wish.of, wish.line, wish.given);
  if (answered && answered.status >= 400) {
    if (!expected.has(answered.status))
      diary.surprises.push(`${wish.what}: ${String(answered.status)} ${answered.text}`);
    if (answered.status === 412) await look(customer, line);
    return;
  }
  for (const word of wish.words) count(line, word, answered !== undefined);
  const after = line.possible.map(wish.then);
  if (!answered) {
    line.possible.push(...after);
    await look(customer, line);
    return;
  }
  line.possible = after;
  const { etag } = answered.json;
  if (typeof etag !== 'string') return; // what is deleted is shown by few words
  if (etag === line.etag) diary.surprises.push(`${wish.what}: the etag stayed as it was`);
  settle(diary, line, stateOf(answered.json), etag, wish.what);
}

/** A name that is taken, an etag that is old, a thing that is gone, a validation that serves somebody else. */
const expected = new Set([404, 409, 412]);
const mostLooks = 50;

/** Until somebody answers. */
export async function look(customer: Customer, line: Line): Promise<void> {
  const { diary } = customer;
  for (let times = 0; times < mostLooks; times += 1) {
    const answered = await operateAs(
      customer,
      'look',
      'list-connectors',
      `GET /${line.connectorId}`,
    );
    if (answered?.status === 200) {
      settle(diary, line, stateOf(answered.json), String(answered.json.etag), 'a look');
      return;
    }
    if (answered?.status === 404) {
      const gone = line.possible.filter(({ deleted }) => deleted);
      if (gone.length === 0) diary.surprises.push(`${line.connectorId} is lost`);
      if (gone.length > 0) line.possible = gone;
      return;
    }
    await setTimeout(20);
  }
  diary.surprises.push(`${line.connectorId}: nobody answered a look`);
}
