import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeMessage } from '../../../../shared/adapters/google/rest-transport/encode-message.ts';
import {
  lookUp,
  messagesOf,
} from '../../../../shared/adapters/google/rest-transport/descriptors.ts';
import { transcoder } from '../../../../shared/adapters/google/rest-transport/transcoder.ts';
import { pruneDescriptors } from '../../../../tools/bundle/prune-descriptors.ts';
import { anyMessage } from './any-message.ts';
import { clients } from './clients.ts';
import { realTranscoding } from './real-transcoding.ts';

/** Names that fill a path, of which characters have to be escaped, and others that fill none. */
const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
const resource = fc.oneof(
  fc.tuple(part, part).map(([project, database]) => `projects/${project}/databases/${database}`),
  fc.tuple(part, part).map(([p, d]) => `projects/${p}/databases/${d}/documents`),
  fc.tuple(part, part, part).map(([p, d, x]) => `projects/${p}/databases/${d}/documents/a/${x}`),
  part.map((project) => `projects/${project}`),
  fc.tuple(part, part).map(([project, secret]) => `projects/${project}/secrets/${secret}`),
  fc.tuple(part, part, part).map(([p, s, v]) => `projects/${p}/secrets/${s}/versions/${v}`),
  fc.tuple(part, part).map(([p, l]) => `projects/${p}/locations/${l}`),
  fc.tuple(part, part, part).map(([p, l, s]) => `projects/${p}/locations/${l}/secrets/${s}`),
  part,
);

function outcome<T>(work: () => T): T | 'refused' {
  try {
    return work();
  } catch {
    return 'refused';
  }
}

describe.each(clients)('$service over REST', ({ service, descriptors, methods }) => {
  const pruned = pruneDescriptors(descriptors, { [service]: methods });
  const find = messagesOf(pruned);
  const whole = lookUp(descriptors, service, '')?.descriptor.methods ?? {};

  describe.each(methods)('%s', (name) => {
    const method = lookUp(pruned, service, '')?.descriptor.methods?.[name];
    if (!method) throw new TypeError(name);
    const real = realTranscoding(descriptors, service, name);
    const ours = transcoder(name, service, method, find);
    const requestType = find(method.requestType, service);
    const answerType = find(method.responseType, service);

    test('sends what google-gax sends', () => {
      const named = fc.record({ name: resource, parent: resource, database: resource });
      const request = fc.tuple(anyMessage(requestType), named).map(([given, names]) => {
        const kept = Object.entries(names).filter(([field]) => requestType.fields.has(field));
        const { secret } = given as { secret?: object };
        return {
          ...given,
          ...Object.fromEntries(kept),
          // Where the path is filled from a field of a field.
          ...(name === 'UpdateSecret' && { secret: { ...secret, name: names.name } }),
        };
      });
      fc.assert(
        fc.property(request, (given) => {
          const sent = outcome(() => real.encode(given));
          const { verb, path, body } = sent === 'refused' ? {} : sent;
          const inBody = verb === 'GET' || verb === 'DELETE' ? undefined : asJson(body);

          expect(
            outcome(() => {
              const { headers: _, ...outgoing } = ours.encode(given);
              return { ...outgoing, body: asJson(outgoing.body) };
            }),
          ).toEqual(sent === 'refused' ? sent : { verb, path, body: inBody });
        }),
      );
    });

    test('reads what google-gax reads', () => {
      fc.assert(
        fc.property(anyMessage(answerType), (given) => {
          const json = JSON.stringify(encodeMessage(given, answerType));
          const text = whole[name]?.responseStream ? `[${json}]` : json;

          expect(ours.decode({ httpStatus: 200, headers: {}, text }).messages).toEqual([
            real.decode(json),
          ]);
        }),
      );
    });
  });
});

/** An empty body field is `""` there, which no server takes, and `{}` here. */
function asJson(body: string | undefined): unknown {
  return body === undefined ? undefined : body === '""' ? {} : JSON.parse(body);
}
