import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Check, Report } from '../../functions/settings-page/page/api/client.ts';
import { readStream } from '../../functions/settings-page/page/api/read-stream.ts';
import { eventStream } from '../../shared/http/event-stream.ts';

/** What the server writes for these events, as bytes. */
function written(checks: unknown[], report: unknown, heartbeats: boolean): Uint8Array {
  let text = '';
  const response = { writeHead: () => undefined, end: () => undefined };
  const write = (chunk: string) => {
    text += chunk;
  };
  // All of a response that a stream of events asks for.
  const stream = eventStream({ ...response, write } as unknown as ServerResponse);
  for (const check of checks) {
    stream.send('check', check);
    if (heartbeats) text += ': still at work\n\n';
  }
  stream.send('report', report);
  stream.end();
  return new TextEncoder().encode(text);
}

/** The same bytes in pieces of these sizes, in turn. */
function cut(bytes: Uint8Array, sizes: number[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        controller.enqueue(new Uint8Array(bytes.slice(at, at + size)));
        at += size;
      }
      controller.close();
    },
  });
}

const texts = fc.string({ unit: 'binary', maxLength: 60 });
const separators = fc.constantFrom(
  '\u2028',
  '\u2029',
  '\n\n',
  '\r',
  'event: report\ndata: {}',
  '\0',
  '😀',
);
const told = fc.record({
  id: texts,
  detail: fc.array(fc.oneof(texts, separators), { maxLength: 5 }).map((parts) => parts.join('')),
});

test('whatever is told in a stream, and however it is cut on its way, the page reads the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { maxLength: 6 }),
      told,
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (checks, report, sizes, heartbeats) => {
        const heard: Check[] = [];
        const body = cut(written(checks, report, heartbeats), sizes);

        const { signal } = new AbortController();
        const read = await readStream({ body }, { signal, onCheck: (check) => heard.push(check) });

        const asSent = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
        expect(heard).toEqual(asSent(checks));
        expect(read).toEqual(asSent(report));
      },
    ),
  );
});

test('a stream that breaks off before its report gives none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { maxLength: 3 }), fc.nat(), async (checks, place) => {
      const whole = written(checks, { outcome: 'passed' } satisfies Partial<Report>, false);
      const before = whole.length - 'data: {"outcome":"passed"}\n\n'.length;
      const body = cut(whole.slice(0, place % (before + 1)), [7]);

      const { signal } = new AbortController();
      const read = await readStream({ body }, { signal, onCheck: () => undefined });

      expect(read).toBeUndefined();
    }),
  );
});
