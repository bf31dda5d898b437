/** The operations that the service asks of Google, by the names of BigQuery's REST reference where it has one. */
export type Operation =
  | 'token'
  | 'certificates'
  | 'datasets.list'
  | 'datasets.get'
  | 'tables.list'
  | 'tables.get'
  | 'tables.insert'
  | 'tables.patch'
  | 'tables.delete'
  | 'tabledata.list'
  | 'jobs.insert.dryRun'
  | 'jobs.query'
  | 'jobs.get'
  | 'jobs.getQueryResults'
  | 'jobs.cancel'
  | 'load'
  | 'testIamPermissions';

/** What came back from Google: what was asked for, or why not. A "no" is data here, for the classifier to judge. */
export type Answer<T> = { value: T } | { refusal: Refusal };

export type Refusal = HttpRefusal | TransportRefusal;

/** Google answered and said no. `body` is what it said, JSON already read; text stays text. Never shown, never logged. */
export interface HttpRefusal {
  kind: 'http';
  operation: Operation;
  httpStatus: number;
  body: unknown;
  /** Google's clock as its Date header tells it. */
  date?: string | undefined;
}

/** No answer: the name was not found, the connection broke, nothing came in time, it made no sense, or was more than we take. */
export interface TransportRefusal {
  kind: 'transport';
  operation: Operation;
  fault: 'unreachable' | 'timed-out' | 'unreadable' | 'too-large' | 'stopped';
}
