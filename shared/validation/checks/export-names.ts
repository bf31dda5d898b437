import { askedOfExport, exportName } from '../asked.ts';
import type { CheckOfLadder } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { dataSets } from '../export/data-sets.ts';
import { otherShape } from '../export/same-shape.ts';
import { classify } from '../refusals/classify.ts';

/** Tables of the nine names may be there, from exports before; something else of those names must not. */
export const exportNames: CheckOfLadder = {
  id: 'E3',
  title: 'The names of the exported tables are free',
  needs: ['E1'],
  async judge(subject) {
    const { facts } = subject;
    const tables = await facts.exportTables();
    if (tables && 'refusal' in tables)
      return explainVerdict(classify(tables.refusal), askedOfExport(subject));
    const namesakes = await facts.namesakes();
    if (!tables || !namesakes) return notAsked;
    const colliding: [string, string][] = [];
    for (const [name, answer] of namesakes) {
      if ('refusal' in answer) {
        const verdict = classify(answer.refusal);
        if (verdict.cause === 'not-found') continue;
        return explainVerdict(verdict, askedOfExport(subject));
      }
      const reason = otherShape(name, answer.value);
      if (reason !== undefined) colliding.push([name, reason]);
    }
    if (colliding.length > 0) return collision(exportName(subject), colliding);
    const there = [...namesakes.values()].filter((answer) => 'value' in answer).length;
    return passed(
      there === 0
        ? `None of the ${String(Object.keys(dataSets).length)} names is taken.`
        : `What is exported fits the tables that bear its names already: ${String(there)} of ${String(Object.keys(dataSets).length)}.`,
    );
  },
};

function collision(dataset: string, colliding: [string, string][]): Finding {
  const told = colliding.map(([name, reason]) => `${name}: ${reason}`).join('; ');
  return {
    outcome: 'failed',
    cause: 'names-taken',
    detail: `In ${dataset} something else bears names of exported tables (${told}).`,
    remedy: { text: 'Choose another dataset for the export, or have those tables renamed.' },
    evidence: { taken: colliding.map(([name]) => name) },
  };
}
