import type { Recorded } from './recorded-store.ts';

/** What documents of one collection were seen to hold. */
export interface WrittenCollection {
  collection: string;
  /** Their fields, each with the kinds of values that it had. */
  fields: Fields;
}
type Fields = Map<string, Set<string>>;

/** Of each collection that was written into. */
export function writtenCollections(recorded: Recorded[]): WrittenCollection[] {
  const found = new Map<string, WrittenCollection>();
  for (const { request } of recorded) {
    if (request.rpc !== 'commit') continue;
    for (const { update } of request.body.writes) {
      if (!update) continue;
      const collection = update.name.split('/').at(-2) ?? '';
      const fields: Fields = found.get(collection)?.fields ?? new Map<string, Set<string>>();
      found.set(collection, { collection, fields });
      for (const [name, value] of Object.entries(update.fields)) {
        const kinds = fields.get(name) ?? new Set<string>();
        fields.set(name, kinds.add(Object.keys(value as object)[0] ?? ''));
      }
    }
  }
  return [...found.values()];
}
