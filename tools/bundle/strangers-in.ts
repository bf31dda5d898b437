/** What must never be deployed with a function: the laptop's parts, tests, and other functions. */
export function strangersIn(name: string, inputs: string[]): string[] {
  const own = `functions/${name}/`;
  const rooms = /^(sandbox|test|tools|shared\/adapters\/local)\//;
  return inputs.filter(
    (path) => rooms.test(path) || (path.startsWith('functions/') && !path.startsWith(own)),
  );
}
