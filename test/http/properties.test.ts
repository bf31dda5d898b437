import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainIssues, sentence } from '../../shared/http/explain-issues.ts';
import { problemDetails } from '../../shared/http/problem-details.ts';
import { readJson } from '../../shared/http/read-json.ts';
import { callsAt } from '../../shared/http/route.ts';
import { traceOf } from '../../shared/http/trace.ts';
import { requireEtag } from '../../shared/connectors/require-etag.ts';
import { catalogue, type ProblemCode } from '../../shared/problems/catalogue.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { validateConnectionRequest } from '../../functions/validate-connection/request.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });
const codes = Object.keys(catalogue) as ProblemCode[];

/** What the work refuses with; a failure that is no Problem is a defect. */
function refusalOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('whatever is sent', () => {
  test('a problem says its code’s own status and title, whatever it is extended with', () => {
    const members = ['type', 'title', 'status', 'detail', 'instance', 'code', 'errors'];
    const extensions = fc.dictionary(fc.oneof(fc.constantFrom(...members), text), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...codes), text, extensions, (code, detail, more) => {
        const told = problemDetails(new Problem(code, detail, { extensions: more }), 'ab');
        expect(JSON.parse(JSON.stringify(told))).toMatchObject({
          ...{ code, detail: JSON.parse(JSON.stringify(detail)) as string, ...catalogue[code] },
          type: `urn:bigquery-connector:problem:${code}`,
          instance: 'urn:bigquery-connector:request:ab',
        });
      }),
    );
  });

  test('an etag is the current one, in quotes or without, or the change is refused', () => {
    const current = '4z8x1c6v3b9n5m7q2w0e8r4t6y';
    const near = fc.constantFrom(
      `W/"${current}"`,
      `"${current}`,
      `${current} `,
      '*',
      '"*"',
      `"${current}", "x"`,
      current.toUpperCase(),
    );
    fc.assert(
      fc.property(fc.oneof(text, near), (given) => {
        const refused = refusalOf(() => {
          requireEtag(given, current);
        });
        if (given === current || given === `"${current}"`) expect(refused).toBeUndefined();
        else expect(refused).toBe(given.trim() === '*' ? 'etag-missing' : 'etag-stale');
      }),
    );
  });

  test('a path is one of ours, or refused; what is hidden in a segment stays in it', () => {
    const calls = [{ method: 'GET', path: '/{connectorId}/changes' }];
    const segment = fc.oneof(text, fc.constantFrom('%2F', '..', '%00', '%', '%E0%A4%A', '%252e'));
    const path = fc.oneof(
      fc.webPath(),
      text,
      fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
    );
    fc.assert(
      fc.property(path, (url) => {
        const refused = refusalOf(() => callsAt(calls, url));
        expect(['path-not-found', 'path-invalid', undefined]).toContain(refused);
      }),
    );
    fc.assert(
      fc.property(
        fc
          .oneof(text, fc.constantFrom('%2F', '..%2f', '%00', '%252e'))
          .filter((id) => id !== '' && id.isWellFormed()),
        (id) => {
          const [route] = callsAt(calls, `/${encodeURIComponent(id)}/changes`);
          expect(route?.segments).toEqual({ connectorId: id });
        },
      ),
    );
  });

  test('JSON is read as JSON.parse reads it, or refused without a word of it', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json({ maxDepth: 8 }).map((json) => Buffer.from(json)),
      fc.json({ maxDepth: 8 }).map((json) => Buffer.from(json.slice(0, -1))),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        let read: unknown;
        const refused = refusalOf(() => {
          read = readJson(body);
        });
        if (refused === undefined) expect(read).toEqual(JSON.parse(Buffer.from(body).toString()));
        else expect(refused).toBe('body-unreadable');
      }),
    );
  });

  test('what is wrong with a body is told by JSON pointers, and none of its values', () => {
    const mark = 'secret-of-a-body';
    const names = fc.constantFrom(
      'keyId',
      'purposes',
      'uniqueContactField',
      '~',
      '/',
      '',
      '__proto__',
    );
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(mark, [mark], { [mark]: mark }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(names, text), values), (body) => {
        const { error } = validateConnectionRequest.safeParse(body, { error: sentence });
        const told = explainIssues('body', error?.issues ?? []);
        for (const { pointer } of told) expect(pointer).toMatch(/^(\/([^~/]|~[01])*)*$/u);
        expect(told.map(({ detail }) => detail).join()).not.toContain(mark);
      }),
    );
  });

  const named = (name: string): boolean => {
    const body = { keyId: 'x', [name]: 1 };
    const { error } = validateConnectionRequest.safeParse(body, { error: sentence });
    return explainIssues('body', error?.issues ?? []).some(({ pointer }) => pointer === `/${name}`);
  };

  test.each(['pagesize', 'page_size', 'page-size', 'pageSize', 'keyID', 'Key_Id', 'email2', 'x'])(
    'an unknown member is named where its name is plainly one: %s',
    (name) => {
      expect(named(name)).toBe(true);
    },
  );

  test('a piece of a key in a name’s place is not said again', () => {
    // Of bytes that are as random as a key’s.
    const random = fc.string().map((seed) => createHash('sha512').update(seed).digest());
    const encoding = fc.constantFrom<BufferEncoding>('base64', 'base64url', 'hex');
    fc.assert(
      fc.property(random, encoding, fc.integer({ min: 32, max: 64 }), (bytes, as, length) => {
        const piece = bytes.toString(as).slice(0, length);
        expect(named(piece)).toBe(false);
        expect(named(piece.replace(/\W/g, ''))).toBe(false);
      }),
    );
  });

  test('a trace is 32 hexadecimal digits', () => {
    fc.assert(
      fc.property(text, text, (traceparent, google) => {
        const headers = { traceparent, 'x-cloud-trace-context': google };
        expect(traceOf(headers)).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });
});
