import { describe, expect, test } from 'vitest';
import { cases, others, ports } from '../support/port-use/cases.ts';
import { portsUsedFrom } from '../support/port-use/ports-used-from.ts';
import { programOf } from '../support/port-use/program-of.ts';

describe('of the ports is used', () => {
  const imports = `import type { Vault } from './ports.ts';
    import * as all from './others.ts';
    import { asks, deep, ends, expires, handlers, keeps, type Like, opens, type Ports, ports, puts, reads, tells, vault } from './others.ts';`;
  const entries = Object.entries(cases).map(
    ([, [statements]], place) =>
      [`fixture/case-${String(place)}.ts`, `${imports}\n${statements}`] as const,
  );
  const names = entries.map(([name]) => name);
  const files = { 'fixture/ports.ts': ports, 'fixture/others.ts': others };
  const program = programOf(names, { ...files, ...Object.fromEntries(entries) });
  const isPort = (file: string) => file.endsWith('fixture/ports.ts');

  test.each(Object.keys(cases).map((title, place) => [title, place] as const))(
    '%s',
    (title, place) => {
      const name = names[place] ?? '';
      const faults = program.getSemanticDiagnostics(program.getSourceFile(name));
      expect(faults.map(({ messageText }) => messageText)).toEqual([]);

      const { used } = portsUsedFrom(program, name, isPort);

      expect([...used].toSorted()).toEqual(cases[title]?.[1]);
    },
  );
});
