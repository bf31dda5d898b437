import {
  type Descriptor,
  lookUp,
} from '../../shared/adapters/google/rest-transport/descriptors.ts';

/**
 * A client's descriptors with the named methods of its services, and the messages and enums that these reach; of the
 * other methods the names, so that a call of one says what is missing.
 */
export function pruneDescriptors(root: Descriptor, kept: Record<string, string[]>): Descriptor {
  const reached = new Set<string>();
  const reach = (name: string, scope: string) => {
    const found = lookUp(root, name, scope);
    if (!found || reached.has(found.path)) return;
    reached.add(found.path);
    for (const { type } of Object.values(found.descriptor.fields ?? {})) reach(type, found.path);
  };
  for (const [service, names] of Object.entries(kept)) {
    reached.add(service);
    const methods = lookUp(root, service, '')?.descriptor.methods ?? {};
    for (const name of names) {
      const method = methods[name];
      if (!method) throw new TypeError(`${service} has no method ${name}`);
      reach(method.requestType, service);
      reach(method.responseType, service);
    }
  }
  return sift(root, '', reached, kept) ?? {};
}

function sift(
  at: Descriptor,
  path: string,
  reached: Set<string>,
  kept: Record<string, string[]>,
): Descriptor | undefined {
  const inner = Object.entries(at.nested ?? {}).flatMap(([name, descriptor]) => {
    const below = sift(descriptor, path === '' ? name : `${path}.${name}`, reached, kept);
    return below ? [[name, below] as const] : [];
  });
  const own = reached.has(path) ? essentials(at, kept[path] ?? []) : {};
  if (!reached.has(path) && inner.length === 0) return undefined;
  return { ...own, ...(inner.length > 0 && { nested: Object.fromEntries(inner) }) };
}

function essentials({ fields, oneofs, values, methods }: Descriptor, names: string[]): Descriptor {
  if (methods) {
    const entries = Object.entries(methods);
    return {
      methods: Object.fromEntries(
        entries
          .filter(([name]) => names.includes(name))
          .map(([name, { requestType, responseType, responseStream, parsedOptions = [] }]) => [
            name,
            {
              requestType,
              responseType,
              ...(responseStream && { responseStream }),
              parsedOptions: parsedOptions.filter((option) => '(google.api.http)' in option),
            },
          ]),
      ),
      leftOut: entries.map(([name]) => name).filter((name) => !names.includes(name)),
    };
  }
  return {
    ...(fields && {
      fields: mapValues(fields, ({ type, rule, keyType }) => ({
        type,
        ...(rule && { rule }),
        ...(keyType && { keyType }),
      })),
    }),
    ...(oneofs && { oneofs }),
    ...(values && { values }),
  };
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
