import type * as z from 'zod';

/**
 * What a store holds, as this release knows it. The release after it may have given records members that it has no name
 * for, and lists items of another kind, such as a new check: while one takes the place of the other, and after a way
 * back, both read what either wrote. Those are left out, so that what is written back is as this release would have
 * written it. What is missing, or is another thing, is refused; so any other word is read by one release before the next
 * one writes it.
 */
export function readStored<Schema extends z.ZodType>(
  schema: Schema,
  stored: unknown,
): z.output<Schema> {
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  const known = structuredClone(stored);
  const foreign = foreignIn(read.error.issues);
  for (const { path, keys } of foreign.members)
    for (const key of keys) Reflect.deleteProperty(at(known, path), key);
  const items = foreign.items.map((path) => at(known, path));
  for (const path of foreign.items) {
    const list = at(known, path.slice(0, -1)) as unknown[];
    list.splice(0, list.length, ...list.filter((item) => !items.includes(item as object)));
  }
  return schema.parse(known);
}

type Path = PropertyKey[];
type Issue = z.core.$ZodIssue;

function at(whole: unknown, path: Path): object {
  return path.reduce(
    (within, step) => (within as Record<PropertyKey, unknown>)[step],
    whole,
  ) as object;
}

interface Foreign {
  members: { path: Path; keys: string[] }[];
  /** Where the items are that call themselves by a word that is in no list of ours. */
  items: Path[];
}

function foreignIn(issues: Issue[]): Foreign {
  const members = issues.flatMap((issue) => membersIn(issue, []));
  const words = issues.filter(({ code }) => code === 'invalid_value').map(({ path }) => path);
  return {
    members,
    items: words.filter((path) => typeof path.at(-2) === 'number').map((path) => path.slice(0, -1)),
  };
}

/** Of several things that a value may be, it is the one that it is but for such members. */
function membersIn(issue: Issue, outside: Path): Foreign['members'] {
  const path = [...outside, ...issue.path];
  if (issue.code === 'unrecognized_keys') return [{ path, keys: issue.keys }];
  if (issue.code !== 'invalid_union') return [];
  const nearest = issue.errors.find((each) =>
    each.every(({ code }) => code === 'unrecognized_keys'),
  );
  return (nearest ?? []).flatMap((inside) => membersIn(inside, path));
}
