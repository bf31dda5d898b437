import { expect } from 'vitest';
import { sampleTable } from '../scenes/google-tables.ts';
import { type MoreAttack, tryAt, tryFile, tryJson } from './trying.ts';

const told = new Set(['column', 'type', 'mode', 'contactKeys', 'reason', 'description']);

export const browsing: MoreAttack[] = [
  {
    threat: 34,
    title: 'browsing tells names and types and no row, and a key that may too much is warned of',
    async run(stage) {
      const { keyA = '' } = stage.known.words;
      const path = `/?keyId=${keyA}&dataset=crm&table=subscribers`;
      const rowsAsked = async () => {
        await stage.forget();
        await tryAt(stage, 'browse-tables', { path });
        const asked = await stage.askedOfGoogle();
        return asked.filter((each) => each.job ?? each.path.endsWith('/data'));
      };
      await expect.poll(rowsAsked).toEqual([]); // not by it: the laptop's own checks may be at it
      const { json, text } = await tryAt(stage, 'browse-tables', { path });
      const columns = json.columns as object[];
      expect(columns.length).toBeGreaterThan(1);
      for (const column of columns)
        expect(Object.keys(column).filter((name) => !told.has(name))).toEqual([]);
      const { addresses } = await sampleTable(stage.target, 'crm', 'subscribers');
      for (const address of addresses) expect(text).not.toContain(address);

      const owner = await tryFile(stage, stage.target.keyFile('project-owner.json'));
      const body = JSON.stringify({ keyId: owner.json.keyId, purposes: ['import'] });
      const report = await tryJson(stage, 'validate-connection', body);
      const checks = report.json.checks as { id: string; outcome: string }[];
      expect(checks.find(({ id }) => id === 'C3')?.outcome).toBe('warning');
    },
  },
];
