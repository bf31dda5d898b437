import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type Answer, googleThatAnswers, json } from './google-that-answers.ts';

const answering = googleThatAnswers();
const database = 'projects/p/databases/d';
const commit = { database, writes: [] };
const query = { parent: `${database}/documents`, structuredQuery: {} };
const secret = { parent: 'projects/p', secretId: 's', secret: { replication: { automatic: {} } } };
const committed = (httpResponse: ServerResponse) => {
  json(httpResponse, 200, { commitTime: '2026-02-03T04:05:06Z' });
};
const refused = (status: string, code: number, details: object[] = []) => ({
  error: { code, status, message: 'Google’s own words about a-token', details },
});

async function failureOf(call: Promise<unknown>): Promise<Error> {
  try {
    await call;
  } catch (error) {
    return error as Error;
  }
  throw new TypeError('it succeeded');
}

describe('a call that Google does not answer', () => {
  test('ends at its deadline, and so does the connection', async () => {
    const closed: Promise<unknown>[] = [];
    const { firestore } = await answering((httpResponse) => {
      closed.push(once(httpResponse, 'close'));
    });

    const error = await failureOf(firestore.rollback({ database }, { timeout: 2_000 }));

    expect(error).toMatchObject({
      code: 4,
      message: expect.stringMatching(/^4 DEADLINE_EXCEEDED/) as string,
    });
    await Promise.all(closed);
    expect(closed.length).toBeGreaterThan(0);
  });

  test.each<[string, Answer]>([
    ['before a byte', (httpResponse) => httpResponse.destroy()],
    [
      'in the middle of the answer',
      (httpResponse) => {
        httpResponse.writeHead(200, { 'content-length': 100 });
        httpResponse.write('{"name":');
        httpResponse.flushHeaders();
        setImmediate(() => httpResponse.destroy());
      },
    ],
  ])(
    'whole, reset %s, is unavailable and not repeated where it may have acted',
    async (_, answer) => {
      const { secrets, seen } = await answering(answer);

      await expect(secrets.createSecret(secret)).rejects.toMatchObject({ code: 14 });
      expect(seen).toHaveLength(1);
    },
  );
});

describe('a call that Google refuses', () => {
  test('is repeated where the client’s configuration allows it', async () => {
    const { firestore, seen } = await answering((httpResponse, times) => {
      if (times < 3) json(httpResponse, 503, refused('UNAVAILABLE', 503));
      else committed(httpResponse);
    });

    const [answer] = await firestore.commit(commit);

    expect(answer.commitTime).toEqual({ seconds: '1770091506', nanos: 0 });
    expect(seen).toHaveLength(3);
  });

  test('is repeated no longer than the call may take, then fails', async () => {
    const { firestore, seen } = await answering((httpResponse) => {
      json(httpResponse, 503, refused('UNAVAILABLE', 503));
    });

    const error = await failureOf(firestore.commit(commit, { timeout: 1_500 }));

    expect(['14 UNAVAILABLE', '4 DEADLINE_EXCEEDED']).toContain(error.message.split(':')[0]);
    const asked = seen.length;
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(100);
  });

  test('waits as long as Google asks it to', async () => {
    const at: number[] = [];
    const pause = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '0.3s' };
    const { firestore } = await answering((httpResponse, times) => {
      at.push(performance.now());
      if (times === 1) json(httpResponse, 429, refused('RESOURCE_EXHAUSTED', 429, [pause]));
      else committed(httpResponse);
    });

    await firestore.commit(commit);

    const [first = 0, second = 0] = at;
    expect(second - first).toBeGreaterThan(295);
  });

  test('is not waited for longer than the call may take', async () => {
    const pause = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3600s' };
    const { firestore, seen } = await answering((httpResponse) => {
      json(httpResponse, 429, refused('RESOURCE_EXHAUSTED', 429, [pause]));
    });

    await expect(firestore.commit(commit)).rejects.toMatchObject({ code: 8 });
    expect(seen).toHaveLength(1);
  });

  test('by a page of a proxy’s is unavailable, and quotes none of it', async () => {
    const { secrets } = await answering((httpResponse) => {
      httpResponse.writeHead(502, { 'content-type': 'text/html' }).end('<h1>a-token</h1>');
    });

    const error = await failureOf(secrets.createSecret(secret));

    expect(error).toMatchObject({ code: 14, httpStatusCode: 502 });
    expect(error.stack).not.toContain('a-token');
  });

  test('for a token that is over asks for another one, once', async () => {
    const { secrets, seen, forgotten } = await answering((httpResponse) => {
      json(httpResponse, 401, refused('UNAUTHENTICATED', 401));
    });

    await expect(secrets.createSecret(secret)).rejects.toMatchObject({ code: 16 });
    expect(seen).toHaveLength(2);
    expect(forgotten).toEqual([1]);
  });

  test('learns the reason in types, and shows Google’s sentence to no log', async () => {
    const info = {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
      metadata: { permission: 'secretmanager.secrets.create' },
    };
    const { secrets } = await answering((httpResponse) => {
      json(httpResponse, 403, refused('PERMISSION_DENIED', 403, [info]));
    });

    const error = await failureOf(secrets.createSecret(secret));

    expect(error).toMatchObject({
      code: 7,
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
      errorInfoMetadata: { permission: 'secretmanager.secrets.create' },
      statusDetails: [info],
      details: 'Google’s own words about a-token',
    });
    expect(`${String(error.stack)}${JSON.stringify(error)}`).not.toContain('a-token');
  });

  test('by a name that leads elsewhere is never made', async () => {
    const { secrets, seen } = await answering(committed);

    await expect(secrets.getSecret({ name: 'projects/../secrets/s' })).rejects.toThrow();
    await expect(secrets.getSecret({ name: 'elsewhere' })).rejects.toMatchObject({ code: 3 });
    expect(seen).toEqual([]);
  });
});

describe('an answer that is no answer', () => {
  test('but larger than any that we expect ends there', async () => {
    const { firestore } = await answering((httpResponse) => {
      const more = () => {
        while (!httpResponse.destroyed && httpResponse.write(' '.repeat(64 * 1024)));
        if (!httpResponse.destroyed) httpResponse.once('drain', more);
      };
      more();
    });

    await expect(firestore.commit(commit)).rejects.toMatchObject({ code: 11 });
  });

  test('but broken JSON is internal, and not quoted', async () => {
    const { secrets } = await answering((httpResponse) => {
      httpResponse.end('a-token {"payload"');
    });

    const error = await failureOf(
      secrets.accessSecretVersion({ name: 'projects/p/secrets/s/versions/1' }),
    );

    expect(error).toMatchObject({ code: 13 });
    expect(error.stack).not.toContain('a-token');
  });
});

describe('a stream', () => {
  test('gives what came before its refusal', async () => {
    const document = { name: `${database}/documents/a/b` };
    const { firestore } = await answering((httpResponse) => {
      json(httpResponse, 200, [{ document }, { document }, refused('ABORTED', 409)]);
    });

    const given: unknown[] = [];
    const read = async () => {
      for await (const answer of firestore.runQuery(query)) given.push(answer);
    };

    expect(await failureOf(read())).toMatchObject({ code: 10 });
    expect(given).toHaveLength(2);
  });

  test.each<[string, Answer, number]>([
    [
      'is refused',
      (httpResponse) => {
        json(httpResponse, 409, [refused('ABORTED', 409)]);
      },
      10,
    ],
    ['is broken off', (httpResponse) => httpResponse.end('[{"document":{}},'), 13],
    [
      'is no array',
      (httpResponse) => {
        json(httpResponse, 200, {});
      },
      13,
    ],
    ['is reset', (httpResponse) => httpResponse.destroy(), 14],
    ['never comes', () => undefined, 4],
  ])('that %s is an error', async (_, answer, code) => {
    const timeout = code === 4 ? 1_500 : 30_000;
    const { firestore } = await answering(answer);
    const read = async () => {
      for await (const _answer of firestore.runQuery(query, { timeout }));
    };

    expect(await failureOf(read())).toMatchObject({ code });
  });

  test('that nobody reads any more lets its connection go', async () => {
    const arrived = Promise.withResolvers<{ closed: Promise<unknown> }>();
    const { firestore } = await answering((httpResponse) => {
      arrived.resolve({ closed: once(httpResponse, 'close') });
    });
    const stream = firestore.runQuery(query);
    stream.resume();
    const { closed } = await arrived.promise;

    stream.cancel();

    await closed;
  });
});

describe('a client', () => {
  test('names the method that its bundle was made without', async () => {
    const { firestore, seen } = await answering(committed);

    await expect(
      firestore.getDocument({ name: `${database}/documents/a/b` }),
    ).rejects.toMatchObject({
      code: 12,
      message: '12 UNIMPLEMENTED: GetDocument was left out of this bundle',
    });
    expect(() => firestore.listen()).not.toThrow();
    expect(seen).toEqual([]);
  });

  test('that was closed calls nobody', async () => {
    const { firestore, seen } = await answering(committed);
    await firestore.initialize();
    await firestore.close();

    await expect(firestore.commit(commit)).rejects.toThrow('already been closed');
    const read = async () => {
      for await (const _answer of firestore.runQuery(query));
    };
    await expect(read()).rejects.toThrow('already been closed');
    expect(seen).toEqual([]);
  });
});
