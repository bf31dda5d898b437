import { subscribersEmail } from '../support/subscribers-email.ts';
import { type Customer, operateAs } from './customer.ts';
import { count, newLine, settle, stateOf } from './diary.ts';

export type Operation = (customer: Customer) => Promise<void>;

export async function upload(customer: Customer): Promise<void> {
  const { arena, diary, workspace, keys } = customer;
  const given = { file: arena.keyFile };
  const answered = await operateAs(customer, 'upload', 'upload-key', 'POST /', given);
  if (answered?.status !== 201) return;
  const keyId = String(answered.json.keyId);
  keys.push(keyId);
  diary.uploads.push({ workspace, keyId });
}

export const validate: Operation = async (customer) => {
  const keyId = customer.keys.shift();
  if (keyId === undefined) {
    await upload(customer);
    return;
  }
  const uniqueContactField = {
    ...subscribersEmail,
    table: customer.random.chance(0.5) ? 'subscribers' : passing,
  };
  const body = { keyId, purposes: ['import'], uniqueContactField };
  const answered = await operateAs(customer, 'validate', 'validate-connection', 'POST /', { body });
  if (answered?.json.readyToSave === true)
    customer.validations.push({ validationId: String(answered.json.validationId), keyId });
  else if (!answered) customer.keys.push(keyId);
};

/** A table that comes and goes. */
export const passing = 'subscribers_now_and_then';

export const save: Operation = async (customer) => {
  const { diary, workspace, random, validations } = customer;
  const tested = validations.shift();
  if (!tested) {
    await validate(customer);
    return;
  }
  const name = nameFor(customer);
  const given = { body: { name, validationId: tested.validationId } };
  const ask = async () => operateAs(customer, 'save', 'save-connector', 'POST /', given);
  let answered = await ask();
  for (let times = 0; !answered && times < 10 && random.chance(0.8); times += 1)
    answered = await ask();
  if (!answered) diary.unheard.push({ workspace, name });
  if (!answered || answered.status >= 300) return;
  const line = newLine(workspace, String(answered.json.connectorId));
  line.possible = [
    { name, paused: false, keyId: tested.keyId, previous: undefined, deleted: false },
  ];
  settle(diary, line, stateOf(answered.json), String(answered.json.etag), 'save');
  count(line, 'created', true);
  diary.lines.push(line);
  customer.lines.push(line);
};

/** Now and then one that others want too, and one that differs by its capitals alone. */
export function nameFor({ random, prefix }: Customer): string {
  if (random.chance(0.1)) return `Shop ${String(random.below(5))}`;
  const name = `${prefix} ${String(random.below(10_000))}`;
  return random.chance(0.5) ? name : name.toUpperCase();
}
