import type { TableFacts } from '../../ports/warehouse.ts';
import type { Evidence } from '../../schemas/report.ts';
import { asked, tableName } from '../asked.ts';
import type { CheckOfLadder } from '../check.ts';
import { explainHidden } from '../explain-hidden.ts';
import { passed, skipped } from '../finding.ts';
import { classify } from '../refusals/classify.ts';

const kinds: Record<string, string> = {
  TABLE: 'table',
  VIEW: 'view',
  MATERIALIZED_VIEW: 'materialized view',
  EXTERNAL: 'external table',
  SNAPSHOT: 'table snapshot',
};

export const table: CheckOfLadder = {
  id: 'D2',
  title: 'The table is there',
  needs: ['D1'],
  async judge(subject) {
    const answer = await subject.facts.table();
    if (!answer) return skipped('Google was not asked.');
    if ('refusal' in answer) {
      return explainHidden(classify(answer.refusal), asked(subject, tableName(subject)));
    }
    const facts = answer.value;
    const evidence = describe(facts);
    if (facts.expiresAt) {
      const date = facts.expiresAt.toISOString().slice(0, 10);
      return {
        outcome: 'warning',
        cause: 'table-expires',
        detail: `BigQuery will delete ${tableName(subject)} on ${date}; what is made of it breaks then.`,
        remedy: { text: 'Ask whoever owns the table to take its expiration away.' },
        evidence,
      };
    }
    return passed(`The ${tableName(subject)} is a ${String(evidence.kind)}.`, evidence);
  },
};

function describe(facts: TableFacts): Evidence {
  const sheet = facts.sourceFormat === 'GOOGLE_SHEETS';
  const counted = ['TABLE', 'SNAPSHOT'].includes(facts.kind); // of the others Google answers 0
  return {
    kind: sheet ? 'Google Sheet' : (kinds[facts.kind] ?? facts.kind.toLowerCase()),
    columns: facts.columns.length,
    partitionFilterRequired: facts.partition?.filterRequired ?? false,
    ...(counted && facts.rows !== undefined && { rows: facts.rows }),
    ...(counted && facts.bytes !== undefined && { bytes: facts.bytes }),
    ...(facts.expiresAt && { expires: facts.expiresAt.toISOString() }),
  };
}
