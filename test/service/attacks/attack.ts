import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { afterwards } from './scenes/afterwards.ts';
import { beforehand } from './scenes/beforehand.ts';
import { scenes } from './scenes/scenes.ts';
import { withoutLaptop } from './scenes/without-laptop.ts';
import { askedInTime } from './asked-in-time.ts';
import { bearersOf } from './bearers.ts';
import { generated, type Variant } from './generated.ts';
import { judge } from './judge.ts';
import { type Answered, send, sendRaw } from './send.ts';
import { asksNothing, type Stage } from './stage.ts';
import { type Attack, filled, type Words } from './table.ts';

/** One case of the table: the requests that it describes, what each answer must be, and what must be so afterwards. */
export async function attack(stage: Stage, given: Attack): Promise<void> {
  const { known } = stage;
  const here = stage.laptop ? {} : withoutLaptop[given.id];
  const wanted = { ...given, ...here };
  const before = await known.connectorA();
  const neighbour = lasting(await known.connectorB());
  const words = await wordsFor(stage, wanted);
  await stage.forget();
  const scene = scenes[given.id];
  if (scene) await scene(stage, wanted, words);
  else await asTheTableSays(stage, wanted, words);

  const onlyAsks = wanted.method === 'GET' && !(wanted.id in beforehand);
  if (!scene && (onlyAsks || Math.min(...wanted.expect.status) >= 300))
    expect(withoutReport(await known.connectorA())).toEqual(withoutReport(before));
  expect(lasting(await known.connectorB())).toEqual(neighbour);
  expect(stage.connections()).toBe(0);
  expect(existsSync(words.canaryFile ?? '')).toBe(false);
  await expect.poll(async () => isWell(stage)).toBe(true);
}

async function asTheTableSays(stage: Stage, wanted: Attack, words: Words): Promise<void> {
  const { known, target } = stage;
  await beforehand[wanted.id]?.(stage, words);
  const variants = generated(wanted.id, { good: target.keyFile('good.json'), words }) ?? [{}];
  const bearers = bearersOf(wanted, known.tokens, stage.forged);
  const ask = async () =>
    Promise.all(
      variants.flatMap((variant) =>
        bearers.map(async (bearer) => sent(stage, wanted, variant, bearer, words)),
      ),
    );
  const answers = await askedInTime(ask, wanted);
  for (const answer of answers) judge(stage, wanted.expect, answer, words);
  if (asksNobody.includes(wanted.threat)) await asksNothing(stage, ask);
  await afterwards[wanted.id]?.(stage, answers, words);
}

/** Threats in which an answer that is right is not enough: nobody may have asked Google for it. */
const asksNobody = [9, 59];

async function wordsFor({ known }: Stage, { id, expect }: Attack): Promise<Words> {
  const { etag } = await known.connectorA();
  const words: Words = {
    ...known.words,
    freshName: `Name ${id}`,
    etagA: `"${String(etag)}"`,
    deadKeyA: known.deadKey,
    ...(id === 'text-description-browse' && htmlDescription),
  };
  if (expect.status.every((status) => status >= 300)) return words;
  // What may succeed has to find something that was not saved yet.
  words.validationA = (await known.freshValidation()).validationId;
  words.validationA2 = (await known.freshValidation()).validationId;
  return words;
}

async function sent(
  { target }: Stage,
  attack: Attack,
  variant: Variant,
  bearer: string | undefined,
  words: Words,
): Promise<Answered> {
  if (attack.raw !== undefined) {
    const place = target.at(attack.function);
    const bytes = filled(attack.raw, words)
      .replaceAll(`/${attack.function}`, place.folder)
      .replaceAll('localhost:8080', place.host);
    return sendRaw(place, bytes);
  }
  return send(target, attack.function, {
    method: attack.method,
    path: variant.path ?? filled(attack.path, words),
    headers: Object.fromEntries(
      Object.entries(attack.headers).map(([name, value]) => [name, filled(value, words)]),
    ),
    body: variant.body ?? bodyOf(attack, words),
    bearer,
  });
}

function bodyOf({ body }: Attack, words: Words): string | undefined {
  if (body === undefined) return undefined;
  return filled(typeof body === 'string' ? body : JSON.stringify(body), words);
}

const htmlDescription = { datasetA: 'web', tableWithHtmlDescription: 'campaign_notes' };

/** A connector as its editor sees it, but for the report that a look at it renews. */
function withoutReport({ latestReport: _, ...rest }: Record<string, unknown>): object {
  return rest;
}

/** It still answers, and soon. */
async function isWell({ known }: Stage): Promise<boolean> {
  const { status, ms } = await known.ask('/list-connectors/');
  return status === 200 && ms < 1000;
}

/** What no schedule changes. */
function lasting({
  name,
  keyId,
  connection,
  paused,
  createdBy,
  updatedBy,
}: Record<string, unknown>) {
  return { name, keyId, connection, paused, createdBy, updatedBy };
}
