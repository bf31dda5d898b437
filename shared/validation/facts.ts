import type { Answer } from '../ports/answer.ts';
import type { AccessToken, Identity, Scope } from '../ports/identity.ts';
import type {
  DatasetFacts,
  Listed,
  OpenWarehouse,
  Price,
  QueryResult,
  TableFacts,
  Warehouse,
} from '../ports/warehouse.ts';
import type { ProjectPermissions } from '../ports/project-permissions.ts';
import type { ServiceAccountKey } from '../schemas/service-account-key.ts';
import type { Draft } from './draft.ts';
import type { Extent } from './extent.ts';
import { byteCap } from './queries/byte-cap.ts';
import { type Fact, once, valueOf } from './fact.ts';
import { type ExportFacts, exportFacts } from './export/export-facts.ts';
import { askPowers } from './powers.ts';
import { type Reading, readFacts } from './read-facts.ts';

export interface GooglePorts {
  identity: Identity;
  openWarehouse: OpenWarehouse;
  projectPermissions: ProjectPermissions;
}

/**
 * What Google knows of one connection. Each fact is asked once, as soon as what it builds on is there, whoever wants it
 * first: so checks judge in their order, while the questions travel side by side. On the longest way lie the token and
 * then three questions: table, price, query.
 */
export interface Facts extends ExportFacts {
  certificates: Fact<Record<string, string>>;
  token: Fact<AccessToken>;
  datasets: Fact<Listed<string>>;
  dataset: Fact<DatasetFacts>;
  table: Fact<TableFacts>;
  /** The two halves of "may run jobs". */
  jobPrice: Fact<Price>;
  job: Fact<QueryResult>;
  /** The price of reading the key column, and its quality. */
  readPrice: Fact<Price>;
  quality: Fact<Reading>;
  /** Whether the table's rows may be read, as Google's own test tells: a hint where no query may run. */
  readHint: Fact<string[]>;
  /** What of the dangerous the account may do in each project that has a part in this. */
  powers: () => Promise<[project: string, answer: Answer<string[]>][]>;
  location: () => Promise<string | undefined>;
  bytesBilled: () => Promise<number>;
}

export interface FactsOptions {
  key: ServiceAccountKey;
  draft: Draft;
  labels: Record<string, string>;
  probeId: string;
  extent: Extent;
  now: Date;
  signal: AbortSignal;
  /** Takes what has to be ended after nobody waits any more. */
  afterwards: (work: Promise<unknown>) => void;
}

export function gatherFacts(options: FactsOptions, google: GooglePorts): Facts {
  const { key, draft, labels, signal, afterwards } = options;
  const { field, jobProject } = draft;
  const open = (accessToken: AccessToken) =>
    google.openWarehouse({ accessToken, jobProject, labels, signal, afterwards });
  const signIn = (scopes: Scope[]) => google.identity.signIn(key, scopes, signal);

  const certificates = once(async () => google.identity.certificates(key.clientEmail, signal));
  const token = once(async () => signIn(['bigquery']));
  const warehouse = once(async () => {
    const answer = await token();
    return 'value' in answer ? open(answer.value) : undefined;
  });
  const ask = <T>(question: (warehouse: Warehouse) => Promise<Answer<T> | undefined>): Fact<T> =>
    once(async () => {
      const opened = await warehouse();
      return opened && question(opened);
    });

  const datasets = ask((opened) => opened.datasets(jobProject, { limit: 1 }));
  const dataset = ask(async (opened) => field && opened.dataset(field));
  const table = ask(async (opened) => field && opened.table(field));
  const ofExport = exportFacts({ ...options, warehouse });
  /** Read from the dataset, or from the table where the account may not look at the dataset; never asked. */
  const location = once(async () => {
    const [ofDataset, ofTable] = await Promise.all([dataset(), table()]);
    const found = valueOf(ofDataset)?.location ?? valueOf(ofTable)?.location;
    return found ?? valueOf(await ofExport.exportDataset())?.location;
  });

  /** A table on a Google Sheet is read with the Drive scope as well, and with it only then. */
  const reader = once(async (): Promise<Answer<Warehouse> | undefined> => {
    const opened = await warehouse();
    if (valueOf(await table())?.sourceFormat !== 'GOOGLE_SHEETS')
      return opened && { value: opened };
    const answer = await signIn(['bigquery', 'drive.readonly']);
    return 'value' in answer ? { value: open(answer.value) } : answer;
  });

  const jobQuery = async () => ({ sql: 'SELECT 1', location: await location(), check: 'c2' });
  const jobPrice = ask(async (opened) => opened.dryRun(await jobQuery()));
  const job = ask(async (opened) => {
    if (!valueOf(await jobPrice())) return undefined;
    return opened.query({ ...(await jobQuery()), maximumBytesBilled: byteCap(0) });
  });

  const { readPrice, quality } = readFacts({ key, draft }, options.extent, {
    table,
    reader,
    location,
    jobPrice,
  });

  const readHint = ask(
    async (opened) => field && opened.permissionsOnTable(field, ['bigquery.tables.getData']),
  );
  const powers = once(async () => askPowers(draft, key, google, signal));

  const bytesBilled = async () => {
    const answers = await Promise.all([job(), quality()]);
    return answers.reduce((sum, answer) => sum + (valueOf(answer)?.bytesBilled ?? 0), 0);
  };

  return {
    certificates,
    token,
    datasets,
    dataset,
    table,
    jobPrice,
    job,
    readPrice,
    quality,
    readHint,
    powers,
    location,
    bytesBilled,
    ...ofExport,
  };
}
