import { describe, expect, test } from 'vitest';
import {
  type Field,
  lookUp,
  messagesOf,
} from '../../../../shared/adapters/google/rest-transport/descriptors.ts';
import { pruneDescriptors } from '../../../../tools/bundle/prune-descriptors.ts';
import { clients } from './clients.ts';

describe.each(clients)(
  'the pruned descriptors of $service',
  ({ service, descriptors, methods }) => {
    const pruned = pruneDescriptors(descriptors, { [service]: methods });
    const kept = lookUp(pruned, service, '')?.descriptor;

    test('hold the methods that are used, and the names of all others', () => {
      const all = Object.keys(lookUp(descriptors, service, '')?.descriptor.methods ?? {});

      expect(Object.keys(kept?.methods ?? {}).toSorted()).toEqual(methods.toSorted());
      expect([...methods, ...(kept?.leftOut ?? [])].toSorted()).toEqual(all.toSorted());
    });

    test('hold every message and enum that these reach, with every field', () => {
      const [whole, ours] = [messagesOf(descriptors), messagesOf(pruned)];
      const reached = new Set<string>();
      const compare = (name: string) => {
        if (reached.has(name)) return;
        reached.add(name);
        const fields = [...whole(name, '').fields.values()];
        expect([...ours(name, '').fields.values()].map(shape)).toEqual(fields.map(shape));
        for (const field of fields) {
          const inner = field.message();
          if (inner) compare(inner.name);
        }
      };
      for (const method of Object.values(kept?.methods ?? {})) {
        compare(whole(method.requestType, service).name);
        compare(whole(method.responseType, service).name);
      }

      expect(reached.size).toBeGreaterThanOrEqual(2 * methods.length); // a request and an answer each, at least
    });

    test('are a fifth of the whole, or less', () => {
      expect(JSON.stringify(pruned).length).toBeLessThan(JSON.stringify(descriptors).length / 5);
    });

    test('cannot be made with a method that the service does not have', () => {
      expect(() => pruneDescriptors(descriptors, { [service]: ['Guess'] })).toThrow(
        /no method Guess/,
      );
    });
  },
);

function shape({ name, scalar, repeated, map, oneof, message, values }: Field) {
  return { name, scalar, repeated, map, oneof, message: message()?.name, values: values() };
}
