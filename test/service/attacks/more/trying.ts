import { expect } from 'vitest';
import { type Answered, send, type Sent } from '../send.ts';
import type { Stage } from '../stage.ts';

/** An attack of one of the table's kinds that is not in it. */
export interface MoreAttack {
  threat: number;
  title: string;
  run: (stage: Stage) => Promise<void>;
}

/** As the editor of A, unless told otherwise. */
export async function tryAt(
  stage: Stage,
  name: string,
  sent: Partial<Sent> & { path?: string },
): Promise<Answered> {
  const answer = await send(stage.target, name, {
    method: 'GET',
    path: '/',
    bearer: stage.known.tokens.editorA,
    ...sent,
  });
  harmless(stage, answer);
  return answer;
}

/** JSON as it is written, to be read by the service. */
export async function tryJson(
  stage: Stage,
  name: string,
  body: string | Buffer,
  more: Partial<Sent> = {},
): Promise<Answered> {
  return tryAt(stage, name, {
    method: 'POST',
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
    body,
  });
}

export async function tryFile(stage: Stage, body: string | Buffer): Promise<Answered> {
  const headers = { 'content-type': 'application/octet-stream' };
  return tryAt(stage, 'upload-key', { method: 'POST', headers, body });
}

/** What holds of every answer, whatever was tried. */
export function harmless({ target }: Stage, { status, headers, text }: Answered): void {
  expect(status, text.slice(0, 300)).toBeLessThan(500);
  expect(text).not.toMatch(/BEGIN (?:RSA )?PRIVATE KEY|node_modules| {4}at |ya29\./);
  if (status >= 400 && headers['content-type'] !== undefined) {
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  const allowed = headers['access-control-allow-origin'];
  if (allowed !== undefined) expect(allowed).toBe(target.allowedOrigin);
  expect(headers['access-control-allow-credentials']).toBeUndefined();
}

/** A key file like the good one, with members changed. */
export function keyFileWith({ target }: Stage, members: object): string {
  const file = JSON.parse(target.keyFile('good.json').toString()) as object;
  return JSON.stringify({ ...file, ...members });
}

/** Tries each, and says which of them it was that fell. */
export async function refusedEach<T>(
  values: readonly T[],
  statuses: number[],
  attempt: (value: T) => Promise<Answered>,
): Promise<void> {
  const fell: unknown[] = [];
  for (const value of values) {
    const { status } = await attempt(value);
    if (!statuses.includes(status)) fell.push([status, shown(value)]);
  }
  expect(fell).toEqual([]);
}

const shown = (value: unknown): string =>
  (Buffer.isBuffer(value)
    ? value.toString('hex')
    : ((JSON.stringify(value) as string | undefined) ?? 'undefined')
  ).slice(0, 200);
