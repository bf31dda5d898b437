/** Licences under which others' code may be a part of ours: each asks for its text to travel along, and nothing more. */
export const allowedInBundles = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Zlib', '(MIT OR CC0-1.0)'],
]);

/** What is installed and not given away: tools, and what the platform installs itself. */
export const allowedElsewhere = new Set([
  ...allowedInBundles,
  'MPL-2.0', // of files, not of what they check: axe-core, and the CSS engine of the test runner
  'CC-BY-3.0', // a list of exceptions to licences, which a parser of package.json reads
  'Python-2.0', // a port of argparse
]);

/** Packages whose package.json says it in a way that npm has given up reading. */
export const saidElsewhere: Record<string, string> = { memorystream: 'MIT' };
