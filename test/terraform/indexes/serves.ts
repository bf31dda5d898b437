import type { NeededIndex } from '../../support/firestore/needed-index.ts';
import type { Composite, FieldSetting } from './indexes-in.ts';

export interface Indexes {
  composites: Composite[];
  settings: FieldSetting[];
}

/**
 * Where the index of a query is: what Terraform makes, by its address, `automatic` where Firestore has it of itself, and
 * undefined where there is none. Joining several indexes, which Firestore can do for equalities, is not counted on: what
 * it costs depends on the data.
 */
export function servedBy(
  needed: NeededIndex,
  { composites, settings }: Indexes,
): string | undefined {
  const { equal, ordered, byName } = needed;
  if (equal.length + ordered.length === 0) return byName === 'ASCENDING' ? 'automatic' : undefined;
  const single = equal.length + ordered.length === 1 ? singleFor(needed, settings) : undefined;
  return single ?? composites.find((each) => isFor(each, needed))?.address;
}

/** Each field has an ascending index and a descending one within its collection, unless somebody said otherwise. */
function singleFor(needed: NeededIndex, settings: FieldSetting[]): string | undefined {
  const { collection, scope, equal, ordered, byName } = needed;
  const [path = ''] = [...equal, ...ordered.map((each) => each.path)];
  if (ordered[0] && ordered[0].order !== byName) return undefined;
  const setting = settingOf(
    path,
    settings.filter((each) => each.collection === collection),
  );
  if (!setting?.indexes) return scope === 'COLLECTION' ? 'automatic' : undefined;
  // Documents of one place in an index follow each other as the index goes.
  const found = setting.indexes.find((each) => each.scope === scope && each.order === byName);
  return found && nameOf(setting, found);
}

/** One of the indexes that a setting names. */
export function nameOf(
  { address }: FieldSetting,
  { scope, order }: { scope: string; order: string },
): string {
  return `${address} ${scope} ${order}`;
}

/** A map's setting is one of all that is in it. */
function settingOf(path: string, settings: FieldSetting[]): FieldSetting | undefined {
  const own = settings.find((each) => each.path === path);
  const above = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : undefined;
  return own ?? (above === undefined ? undefined : settingOf(above, settings));
}

function isFor({ collection, scope, fields }: Composite, needed: NeededIndex): boolean {
  const { equal, ordered, byName } = needed;
  if (collection !== needed.collection || scope !== needed.scope) return false;
  const named = fields.filter(({ path }) => path !== '__name__');
  const first = named.slice(0, equal.length).map(({ path }) => path);
  const rest = named.slice(equal.length);
  const inNames = fields.at(-1)?.order;
  return (
    String(first.toSorted()) === String(equal) &&
    JSON.stringify(rest) === JSON.stringify(ordered) &&
    inNames === byName
  );
}
