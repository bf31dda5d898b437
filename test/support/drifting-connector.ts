import { createPrivateKey } from 'node:crypto';
import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import { certificate } from '../../sandbox/identity/certificate.ts';
import { required } from '../../sandbox/world/define-table.ts';
import type { Field, Row } from '../../sandbox/world/field.ts';
import type { Table } from '../../sandbox/world/table.ts';
import type { Drift } from '../../shared/schemas/drift.ts';
import { connectorId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Check } from '../../shared/schemas/report.ts';
import type { OverSandbox } from './functions-over-sandbox.ts';

const project = 'acme-analytics';
const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;
const email: Field = { name: 'email', type: 'STRING', mode: 'NULLABLE' };
const id: Field = required({ name: 'id', type: 'INTEGER' });
export const cleanRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => [at, `reader${String(at)}@example.com`]);

let made = 0;

interface Options {
  purpose?: 'import' | 'export';
  /** The sample key that it is saved with, and the role that this is given on the dataset. */
  key?: string;
  role?: string;
  more?: Partial<Table>;
}

const usualRoles = { import: 'roles/bigquery.dataViewer', export: 'roles/bigquery.dataEditor' };

/** A dataset with a table of readers, a good account that may read it, and a connector that was saved with it. */
export async function driftingConnector(
  over: OverSandbox,
  { purpose = 'import', key = 'good', role = usualRoles[purpose], more = {} }: Options = {},
) {
  const { google, ports, ask } = over;
  const { world, access, accounts } = google.sandbox;
  made += 1;
  const dataset = `drift_${String(made)}`;
  const account = google.keyFile(key).client_email;
  const place = { project, dataset, location: 'US', createdAt: google.now() };
  world.putDataset(place);
  access.grant({ account, role, project, dataset });
  const table: Table = {
    project,
    dataset,
    table: 'readers',
    kind: 'TABLE',
    fields: [id, email],
    rows: rowsOf(cleanRows(1000)),
    createdAt: google.now(),
    modifiedAt: google.now(),
    ...more,
  };
  world.put(table);

  const field = { dataset, table: 'readers', column: 'email', contactKey: { type: 'email' } };
  const validate = async (keyId: string) => {
    const { json } = await over.validate({
      keyId,
      purposes: [purpose],
      ...(purpose === 'import' ? { uniqueContactField: field } : { exportDataset: { dataset } }),
    });
    return json;
  };
  const validation = await validate(await over.upload(key));
  const name = `Readers ${String(made)}`;
  const { validationId } = validation;
  const { json: saved } = await ask('POST save-connector/', { body: { name, validationId } });
  const connector = connectorId.parse(saved.connectorId);

  const change = async (changed: Partial<ConnectorRecord>) =>
    ports.connectors.transaction('demo', async (drawer) => {
      const record = await drawer.connector(connector);
      if (record) drawer.putConnector({ ...record, ...changed });
    });
  const lines: { event: string; facts: Record<string, unknown> }[] = [];
  const get = async () => (await ask(`GET list-connectors/${connector}`)).json;
  return {
    connector,
    dataset,
    account,
    lines,
    name: `${project}.${dataset}`,
    outcome: validation.outcome,
    get,
    change,
    /** Validated with the same file, uploaded anew, as it is now; and saved. */
    rotate: async () => {
      const { validationId: again } = await validate(await over.upload(key));
      const { etag } = await get();
      return ask(`PUT save-connector/${connector}`, { etag, body: { validationId: again } });
    },
    rollBack: async () => {
      const { etag } = await get();
      return ask(`POST save-connector/${connector}/roll-back`, { etag });
    },
    checkNow: async () => over.validate({ connectorId: connector }),
    /** The table as it is from now on; another making of it, as CREATE OR REPLACE TABLE leaves it. */
    replaceTable: (changed: Partial<Table>) => {
      world.put({ ...table, createdAt: google.now(), ...changed });
    },
    /** As each night: other rows, though as many, in a table that was made anew. */
    rebuild: (changed: Partial<Table> = {}) => {
      google.moveTo(new Date(google.now().getTime() + minuteMs));
      world.put({ ...table, rows: rowsOf(cleanRows(1000)), createdAt: google.now(), ...changed });
    },
    createdAt: table.createdAt,
    replaceDataset: (changed: object) => {
      world.putDataset({ ...place, ...changed });
    },
    grant: (granted: string, on: object = { project, dataset }) => {
      access.grant({ account, role: granted, project, ...on });
    },
    revoke: (revoked: string) => {
      access.revoke(account, revoked);
    },
    /** What Google publishes of the key from now on. */
    publish: (notAfter: Date | undefined) => {
      const { private_key_id: keyId, private_key: pem } = google.keyFile(key);
      const validity = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: notAfter ?? never };
      const published = certificate(createPrivateKey(pem), account, validity);
      accounts.put({ email: account, state: 'living', keys: [{ keyId, certificate: published }] });
    },
    withdrawKey: () => {
      accounts.put({ email: account, state: 'living', keys: [] });
    },
    advance: (ms: number) => {
      google.moveTo(new Date(google.now().getTime() + ms));
    },
    /** The next check of the schedule, whenever it is due: a full one only where it is told to be, or decides so itself. */
    check: async ({ full = false } = {}) => {
      const at = google.now();
      const anHourAgo = new Date(at.getTime() - 60 * minuteMs).toISOString();
      const fullyCheckedAt = full ? undefined : anHourAgo;
      await change({ nextCheckAt: at.toISOString(), fullyCheckedAt });
      await checkConnector({ workspace: 'demo', connectorId: connector }, ports, {
        signal: new AbortController().signal,
        note: (event, facts) => lines.push({ event, facts }),
      });
    },
    /** By the latest check. */
    billed: async () =>
      (await ports.connectors.connector('demo', connector))?.latestReport.bytesBilled,
    record: async () => ports.connectors.connector('demo', connector),
    /** Of the latest report, by its id. */
    checkOf: async (check: string) => {
      const { latestReport } = await get();
      return (latestReport as { checks: Check[] }).checks.find((each) => each.id === check);
    },
    drift: async () => (await get()).drift as Drift[],
    /** What the world was told of it. */
    told: () => ports.announcer.latest().filter(({ data }) => data.connectorId === connector),
    changes: async () => {
      const { json } = await ask(`GET list-connectors/${connector}/changes`);
      return (json.changes as { what: string; detail: string }[])
        .filter(({ what }) => what === 'drifted')
        .map(({ detail }) => detail);
    },
    remove: async () => {
      const { etag } = await get();
      await ask(`DELETE delete-connector/${connector}`, { etag });
    },
  };
}

export type DriftingConnector = Awaited<ReturnType<typeof driftingConnector>>;

const never = new Date('9999-12-31T23:59:59Z');

/** The same array each time, as the stand-in wants it. */
export function rowsOf(rows: Row[]): () => Row[] {
  return () => rows;
}
