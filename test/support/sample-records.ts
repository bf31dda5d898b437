import type { Connection } from '../../shared/schemas/connection.ts';
import type { Change } from '../../shared/schemas/connector.ts';
import type { KeyFacts } from '../../shared/schemas/key-facts.ts';
import type { ConnectorRecord, KeyRecord, ValidationRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import type { ServiceAccountKey } from '../../shared/schemas/service-account-key.ts';

/**
 * ACME's Ada connects the shop's BigQuery to the marketing platform on the morning of 2 March 2026, so that newsletter
 * readers are known by their e-mail address.
 */
export const acme = 'acme';
/** ACME's competitor, in the same service. */
export const globex = 'globex';
export const ada = 'ada@acme.example';
export const uploadedAt = '2026-03-02T09:00:00.000Z';
export const validatedAt = '2026-03-02T09:01:00.000Z';
export const savedAt = '2026-03-02T09:02:00.000Z';

const prefixes = { connector: 'con', key: 'key', validation: 'val', change: 'chg' } as const;

/** The n-th id of its kind, in the order of n. */
export function sampleId(kind: keyof typeof prefixes, n = 1): string {
  return `${prefixes[kind]}-${String(n).padStart(26, '0')}`;
}

/** What is left of a key file; the private half is no key, only the text that nobody may find anywhere. */
/** "ACME keeps this to itself. " in base64: what stands for the private half of the sample key. */
const keptToItself = 'QUNNRSBrZWVwcyB0aGlzIHRvIGl0c2VsZi4g';

/** Fails where the private half of the sample key comes to light: in an answer, a log line, an error. */
export function refuseLeak(text: string, where: string): void {
  if (text.includes(keptToItself.slice(0, 12)) || text.includes('keeps this to itself')) {
    throw new Error(`A private key was found in ${where}.`);
  }
}

export function sampleKey(overrides: Partial<ServiceAccountKey> = {}): ServiceAccountKey {
  return {
    projectId: 'acme-analytics',
    privateKeyId: '1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70',
    privateKey: pem(keptToItself.repeat(45)),
    clientEmail: 'reader@acme-analytics.iam.gserviceaccount.com',
    clientId: '104857600104857600104',
    ...overrides,
  };
}

function pem(base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} PRIVATE KEY-----`);
  return [begin, ...lines, end, ''].join('\n');
}

export function sampleKeyFacts(overrides: Partial<KeyFacts> = {}): KeyFacts {
  const { projectId, privateKeyId, clientEmail } = sampleKey();
  const fingerprint = `sha256:${'9f86d081884c7d65'.repeat(4)}`;
  return { clientEmail, projectId, privateKeyId, fingerprint, ...overrides };
}

export function sampleKeyRecord(overrides: Partial<KeyRecord> = {}): KeyRecord {
  return {
    keyId: sampleId('key'),
    key: sampleKeyFacts(),
    uploadedAt,
    uploadedBy: ada,
    ...overrides,
  };
}

export function sampleConnection(overrides: Partial<Connection> = {}): Connection {
  return {
    purposes: ['import'],
    uniqueContactField: {
      project: 'acme-analytics',
      dataset: 'crm',
      table: 'subscribers',
      column: 'email',
      contactKey: { type: 'email' },
    },
    jobProject: 'acme-analytics',
    location: 'EU',
    maximumBytesBilled: 10_737_418_240,
    ...overrides,
  };
}

export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    validationId: sampleId('validation'),
    outcome: 'warning',
    readyToSave: true,
    checks: [
      {
        id: 'C2',
        name: 'may-run-jobs',
        title: 'The account may run queries',
        outcome: 'passed',
        detail: 'Queries run in project acme-analytics, location EU.',
        durationMs: 104,
      },
      {
        id: 'D5',
        name: 'key-quality',
        title: 'The column tells contacts apart',
        outcome: 'warning',
        detail: '2 % of the values of email are empty; these rows will be left out.',
        cause: 'values-empty',
        remedy: { text: 'Fill the empty values of crm.subscribers.email.' },
        evidence: { rows: 10_000, emptyShare: 0.02, examined: true, columns: ['email'] },
        durationMs: 812,
      },
    ],
    bytesBilled: 10_485_760,
    validatedAt,
    expiresAt: '2026-03-02T09:31:00.000Z',
    durationMs: 1240,
    ...overrides,
  };
}

export function sampleValidation(overrides: Partial<ValidationRecord> = {}): ValidationRecord {
  return {
    validationId: sampleId('validation'),
    keyId: sampleId('key'),
    key: sampleKeyFacts(),
    connection: sampleConnection(),
    report: sampleReport(),
    validatedBy: ada,
    expiresAt: '2026-03-02T09:31:00.000Z',
    ...overrides,
  };
}

export function sampleConnector(overrides: Partial<ConnectorRecord> = {}): ConnectorRecord {
  return {
    connectorId: sampleId('connector'),
    name: 'Newsletter readers',
    keyId: sampleId('key'),
    key: sampleKeyFacts(),
    connection: sampleConnection(),
    health: { state: 'degraded', since: validatedAt, checkedAt: validatedAt },
    paused: false,
    createdAt: savedAt,
    createdBy: ada,
    updatedAt: savedAt,
    updatedBy: ada,
    etag: 'etag-of-the-first-edition',
    latestReport: sampleReport(),
    ...overrides,
  };
}

export function sampleChange(overrides: Partial<Change> = {}): Change {
  return {
    changeId: sampleId('change'),
    at: savedAt,
    by: ada,
    what: 'created',
    detail: 'Connected as “Newsletter readers”.',
    ...overrides,
  };
}
