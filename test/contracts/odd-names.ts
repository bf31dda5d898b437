/** Pairs of names that a careless queue would take for one. */
export const lookAlikes: [string, string][] = [
  ['con-1', 'con-2'],
  ['con-1', 'CON-1'],
  ['con/1', 'con-1'],
  ['con 1', 'con-1'],
  ['con-1', 'con-1 '],
  ['con-1', ''],
  ['con-1', 'con-1\u0000'],
  ['é', 'e\u0301'],
  ['\ud800', '\udbff'],
  ['../tasks/con-1', 'con-1'],
  [`${'x'.repeat(600)}1`, `${'x'.repeat(600)}2`],
  ['constructor', '__proto__'],
  ['check a', 'a'],
];

/** Ids that no workspace and no connector may have, and that go through all the same. */
export const hostileIds = [
  '../../other',
  '"},"connectorId":"con-2',
  'a\r\nX-Injected: yes',
  '\u0000',
  '\ud800',
  '𝕏 — ünïcode',
  '${process.env}',
  '__proto__',
  '',
  'x'.repeat(5000),
];
