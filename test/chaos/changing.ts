import { change } from './change-line.ts';
import { nameFor, type Operation, save, validate } from './connecting.ts';
import type { Customer } from './customer.ts';
import type { Line } from './diary.ts';

export const ofLiving =
  (act: (customer: Customer, line: Line, etag: string) => Promise<void>): Operation =>
  async (customer) => {
    const { lines, random } = customer;
    const living = lines.filter(({ possible: [state] }) => state?.deleted === false);
    const line = living[random.below(living.length || 1)];
    if (line?.etag === undefined) await save(customer);
    else await act(customer, line, line.etag);
  };

const edit = async (customer: Customer, line: Line, etag: string, wish: Edit) =>
  change(customer, line, {
    of: 'save-connector',
    line: `PUT /${line.connectorId}`,
    given: { etag, body: wish.body },
    ...wish,
  });
type Edit = Pick<Parameters<typeof change>[2], 'what' | 'then' | 'words'> & { body: object };

/** Who is named as before was not renamed, and nothing is written down of it. */
export const rename = ofLiving(async (customer, line, etag) => {
  let name = nameFor(customer);
  while (line.possible.some((state) => state.name === name)) name = nameFor(customer);
  const then: Edit['then'] = (state) => ({ ...state, name });
  await edit(customer, line, etag, { what: 'rename', body: { name }, then, words: ['renamed'] });
});

export const pause = ofLiving(async (customer, line, etag) => {
  const paused = line.possible[0]?.paused !== true;
  const what = paused ? 'pause' : 'resume';
  const then: Edit['then'] = (state) => ({ ...state, paused });
  const words: Edit['words'] = [paused ? 'paused' : 'resumed'];
  await edit(customer, line, etag, { what, body: { paused }, then, words });
});

export const rotate = ofLiving(async (customer, line, etag) => {
  const tested = customer.validations.shift();
  if (!tested) {
    await validate(customer);
    return;
  }
  const { validationId, keyId } = tested;
  const then: Edit['then'] = (state) => ({ ...state, keyId, previous: state.keyId });
  const words: Edit['words'] = ['key-rotated'];
  await edit(customer, line, etag, { what: 'rotate', body: { validationId }, then, words });
});

export const rollBack = ofLiving(async (customer, line, etag) => {
  await change(customer, line, {
    what: 'roll back',
    of: 'save-connector',
    line: `POST /${line.connectorId}/roll-back`,
    given: { etag },
    then: (state) =>
      state.previous === undefined
        ? state
        : { ...state, keyId: state.previous, previous: state.keyId },
    words: ['rolled-back'],
  });
});

export const remove = ofLiving(async (customer, line, etag) => {
  await change(customer, line, {
    what: 'delete',
    of: 'delete-connector',
    line: `DELETE /${line.connectorId}`,
    given: { etag },
    then: (state) => ({ ...state, deleted: true }),
    words: ['deleted'],
  });
});

export const restore: Operation = async (customer) => {
  const gone = customer.lines.filter(({ possible: [state] }) => state?.deleted === true);
  const line = gone[customer.random.below(gone.length || 1)];
  if (!line) {
    await remove(customer);
    return;
  }
  const name = nameFor(customer);
  await change(customer, line, {
    what: 'restore',
    of: 'delete-connector',
    line: `POST /${line.connectorId}/restore`,
    given: { body: { name } },
    then: (state) => ({ ...state, name, deleted: false }),
    words: ['restored'],
  });
};

/** An etag from before: whoever has it does not know what he would overwrite. */
export const editBlindly = ofLiving(async (customer, line) => {
  const [etag] = line.etagsBefore;
  if (etag === undefined) {
    await rename(customer);
    return;
  }
  await change(customer, line, {
    what: 'edit with an old etag',
    of: 'save-connector',
    line: `PUT /${line.connectorId}`,
    given: { etag, body: { name: nameFor(customer) } },
    then: (state) => state,
    words: [],
  });
});
