import type { Difference } from '../../schemas/drift.ts';
import type { DatasetSighting } from '../../schemas/sighting.ts';
import { type Compared, type Comparison, type Found, unlessMeant } from './aspects.ts';

/** The dataset of the table that is imported. */
export const compareDataset: Comparison = {
  aspects: ['dataset-moved', 'dataset-recreated', 'dataset-default-expiration'],
  compare({ saved, seen, known, connection: { uniqueContactField: field } }) {
    if (!field || !saved.dataset || !seen.dataset) return undefined;
    const name = `${field.project}.${field.dataset}`;
    return compare({ which: '', name, was: saved.dataset, is: seen.dataset }, known);
  },
};

/** The one that is exported into; where it is the same one, nothing is told twice. */
export const compareExportDataset: Comparison = {
  aspects: [
    'export-dataset-moved',
    'export-dataset-recreated',
    'export-dataset-default-expiration',
  ],
  compare(compared) {
    const { saved, seen } = compared;
    const { exportDataset: target } = compared.connection;
    if (!target || isImported(compared)) return [];
    if (!saved.exportDataset || !seen.exportDataset) return undefined;
    const name = `${target.project}.${target.dataset}`;
    const [was, is] = [saved.exportDataset, seen.exportDataset];
    return compare({ which: 'export-', name, was, is }, compared.known);
  },
};

function isImported({ connection: { uniqueContactField: field, exportDataset } }: Compared) {
  return field?.project === exportDataset?.project && field?.dataset === exportDataset?.dataset;
}

interface Pair {
  which: '' | 'export-';
  name: string;
  was: DatasetSighting;
  is: DatasetSighting;
}

/** Who may look at the table and not at its dataset sees where it lies, and no more. */
function compare(pair: Pair, known: Difference[]): Difference[] {
  const { which, was, is } = pair;
  const stays = (aspect: string) => known.filter((each) => each.aspect === `${which}${aspect}`);
  const unknown = (member: keyof DatasetSighting) =>
    was[member] === undefined || is[member] === undefined;
  const elsewhere = unknown('location') ? stays('dataset-moved') : moved(pair);
  const anew = unknown('createdAt') ? stays('dataset-recreated') : recreated(pair);
  const expiring = unknown('tablesLiveMs')
    ? stays('dataset-default-expiration')
    : defaultExpiration(pair);
  return [...(elsewhere.length > 0 ? elsewhere : anew), ...expiring];
}

function moved({ which, name, was, is }: Pair): Found[] {
  const [before = '', now = ''] = [was.location, is.location];
  if (before === now) return [];
  return [
    {
      aspect: `${which}dataset-moved`,
      was: before,
      is: now,
      detail: `Dataset ${name} lay in ${before} when the connector was saved, and lies in ${now} now: it is another one of the same name.`,
      remedyText: unlessMeant(`whoever administers dataset ${name}`),
    },
  ];
}

function recreated({ which, name, was, is }: Pair): Found[] {
  const [before = '', now = ''] = [was.createdAt, is.createdAt];
  if (before === now) return [];
  return [
    {
      aspect: `${which}dataset-recreated`,
      was: before,
      is: now,
      detail: `Dataset ${name} is another one of the same name: it was made on ${minute(now)}, the one that was saved on ${minute(before)}.`,
      remedyText: unlessMeant(`whoever administers dataset ${name}`),
    },
  ];
}

const minute = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/** Only an end that comes sooner is news. */
function defaultExpiration({ which, name, was, is }: Pair): Found[] {
  const [before = 0, now = 0] = [was.tablesLiveMs, is.tablesLiveMs];
  if (now === 0 || (before !== 0 && now >= before)) return [];
  const [kept, lives] = [lifetime(before), lifetime(now)];
  return [
    {
      aspect: `${which}dataset-default-expiration`,
      was: kept,
      is: lives,
      detail: `BigQuery deletes each new table of dataset ${name} after ${lives}; when the connector was saved, it kept them ${before === 0 ? kept : `for ${kept}`}.`,
      remedyText: `Ask whoever administers dataset ${name} to take its default expiration away, unless it is meant.`,
    },
  ];
}

const hourMs = 60 * 60 * 1000;

function lifetime(ms: number): string {
  if (ms === 0) return 'for ever';
  const hours = Math.round(ms / hourMs);
  return hours < 48 ? `${String(hours)} hours` : `${String(Math.floor(hours / 24))} days`;
}
