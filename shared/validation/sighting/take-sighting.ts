import type { Column, DatasetFacts, TableFacts } from '../../ports/warehouse.ts';
import { columnName } from '../../schemas/identifiers.ts';
import type { Check } from '../../schemas/report.ts';
import {
  type DatasetSighting,
  mostColumnsKept,
  type QualitySighting,
  type Sighting,
} from '../../schemas/sighting.ts';
import type { Subject } from '../check.ts';
import { findColumn } from '../column-fitness.ts';
import { valueOf } from '../fact.ts';
import { dangerousPermissions } from '../powers.ts';
import { shown } from '../told.ts';
import { rightsSeen } from './rights-seen.ts';
import { shapeOfDataset, shapeOfTable } from './shape-of.ts';

/** What one run of the checks saw, from answers that it has anyway: nothing is asked for it. */
export async function takeSighting(subject: Subject, checks: Check[]): Promise<Sighting> {
  const { facts, now } = subject;
  const [table, dataset, target] = await Promise.all([
    facts.table().then(valueOf),
    facts.dataset().then(valueOf),
    facts.exportDataset().then(valueOf),
  ]);
  const found = new Map(checks.map((check) => [check.id, check]));
  const place = datasetSighting(dataset) ?? locationOf(table);
  const powers = await powersSeen(subject);
  return {
    at: now.toISOString(),
    ...keySeen(found.get('B1')),
    ...(place && { dataset: place }),
    ...(table && tableSighting(subject, table)),
    ...qualitySeen(found.get('D5')),
    ...(target && {
      exportDataset: { ...datasetSighting(target), shape: shapeOfDataset(subject, target) },
    }),
    rights: await rightsSeen(subject, found.get('E4')?.outcome !== 'skipped'),
    ...(powers && { powers }),
  };
}

function datasetSighting(facts: DatasetFacts | undefined): DatasetSighting | undefined {
  if (!facts) return undefined;
  const { location, createdAt, defaultTableExpirationMs = 0 } = facts;
  return {
    location,
    ...(createdAt && { createdAt: createdAt.toISOString() }),
    tablesLiveMs: defaultTableExpirationMs,
  };
}

/** Who may not look at the dataset sees from the table where it lies. */
const locationOf = (table: TableFacts | undefined): DatasetSighting | undefined =>
  table?.location === undefined ? undefined : { location: table.location };

function tableSighting(
  subject: Subject,
  facts: TableFacts,
): Pick<Sighting, 'table' | 'column' | 'columns'> {
  const { kind, sourceFormat, createdAt, expiresAt, partition, columns } = facts;
  const column = findColumn(columns, subject.draft.field?.column ?? '');
  // Others could not be queried, and their names are not fit to be shown.
  const usable = columns.filter(({ name }) => columnName.safeParse(name).success);
  return {
    table: {
      kind: sourceFormat === 'GOOGLE_SHEETS' ? sourceFormat : shown(kind),
      ...(createdAt && { createdAt: createdAt.toISOString() }),
      ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
      filterRequired: partition?.filterRequired ?? false,
      shape: shapeOfTable(subject, facts),
    },
    ...(column && { column: { ...named(column), policyTags: column.policyTags.length } }),
    ...(usable.length <= mostColumnsKept && { columns: usable.map(named) }),
  };
}

const named = ({ name, type, mode }: Column) => ({ name, type: shown(type), mode: shown(mode) });

function keySeen(check: Check | undefined): Pick<Sighting, 'key'> {
  const expires = check?.evidence?.expires;
  if (typeof expires === 'string') return { key: { listed: true, expiresAt: expires } };
  const gone = check?.cause === 'key-gone' || check?.cause === 'account-gone';
  return gone ? { key: { listed: false } } : {};
}

/** As D5 counted; a sample without a row tells nothing. */
function qualitySeen(check: Check | undefined): { quality?: QualitySighting } {
  const counted = check?.evidence ?? {};
  const count = (name: string) => (typeof counted[name] === 'number' ? counted[name] : NaN);
  const [rows, malformed] = [count('rows'), count('malformed')];
  const empty = count('nulls') + count('blanks');
  const duplicates = count('duplicatesNormalized');
  const sample = typeof counted.samplePercent === 'number' ? counted.samplePercent : undefined;
  const whole = [rows, empty, malformed, duplicates].every((each) => each >= 0);
  if (!whole || (rows === 0 && sample !== undefined)) return {};
  const share = sample === undefined ? {} : { samplePercent: sample };
  return { quality: { rows, empty, malformed, duplicates: Math.max(0, duplicates), ...share } };
}

/** Of the projects that answered. */
async function powersSeen({ facts }: Subject): Promise<Sighting['powers']> {
  const known = new Set(dangerousPermissions);
  const seen = (await facts.powers()).flatMap(([project, answer]) => {
    const all = valueOf(answer);
    return all ? [{ project, permissions: all.filter((name) => known.has(name)).toSorted() }] : [];
  });
  return seen.length > 0 ? seen : undefined;
}
