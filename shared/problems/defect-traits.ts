/** What may be logged of whatever was thrown: messages quote bodies, and names and stacks can be made of them too. */
export interface DefectTraits {
  error: string;
  at: string;
}

/** As whoever throws is called, in code: a text of another's making is none. */
const errorName =
  /^(?:[A-Z][A-Za-z]{1,40})?(?:Error|Warning|Problem|Failed|Denied|Expired|Invalid|Defect)$/;
/** A line of a stack that names a place, `at work (file:///srv/index.cjs:1:2)`, and none that a message made up. */
const place =
  /^\s+at (?:(?:async |new )*[\w$.<>#]{1,80}(?: \[as [\w$.]{1,80}\])? )?\(?(?:file:\/\/|node:|\/)[\w@.+/-]{1,250}:\d{1,9}:\d{1,6}\)?$/;

export function defectTraits(cause: unknown): DefectTraits {
  if (!(cause instanceof Error)) return { error: typeof cause, at: '' };
  const { name, stack } = cause as { name: unknown; stack?: unknown }; // whoever throws may have changed them
  const lines = typeof stack === 'string' ? stack.split('\n') : [];
  const places = lines.filter((line) => place.test(line)).slice(0, 12);
  const known = typeof name === 'string' && errorName.test(name);
  return { error: known ? name : 'Error', at: places.join('\n') };
}
