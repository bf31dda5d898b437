// Written by `npm run api-types` from the OpenAPI description; do not edit.
export interface paths {
  '/browse-tables': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Browse datasets, tables or columns
     * @description Datasets without `dataset`, its tables with it, the columns of a table with `table` as well. Needs the role editor.
     */
    get: operations['browse-tables-get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delete-connector/{connectorId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a connector
     * @description Needs the role editor.
     */
    delete: operations['delete-connector-delete-connectorId'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delete-connector/{connectorId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Restore a deleted connector
     * @description The body may be left out. Needs the role editor.
     */
    post: operations['delete-connector-post-connectorId-restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/list-connectors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List connectors, newest first
     * @description Needs the role viewer.
     */
    get: operations['list-connectors-get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/list-connectors/health-summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the connectors by their health
     * @description Needs the role viewer.
     */
    get: operations['list-connectors-get-health-summary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/list-connectors/deleted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was deleted and can still be restored, the last deleted first
     * @description Needs the role viewer.
     */
    get: operations['list-connectors-get-deleted'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/list-connectors/caller': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Say who is asking
     * @description As the token says: subject, workspace and role. Needs the role viewer.
     */
    get: operations['list-connectors-get-caller'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/list-connectors/{connectorId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read one connector with its latest report
     * @description Needs the role viewer.
     */
    get: operations['list-connectors-get-connectorId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/list-connectors/{connectorId}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read who changed what, newest first
     * @description Needs the role viewer.
     */
    get: operations['list-connectors-get-connectorId-changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/save-connector': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Save a connector
     * @description What is kept is what the validation tested. A repeated request gives the same connector, with status 200. Needs the role editor.
     */
    post: operations['save-connector-post'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/save-connector/{connectorId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Edit a connector
     * @description A validation of another key is a rotation: the key before is kept for 7 days, for a roll-back. One that was made with the connector’s own key is refused once another key has taken its place. Needs the role editor.
     */
    put: operations['save-connector-put-connectorId'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/save-connector/{connectorId}/roll-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Return to the key before the last rotation
     * @description Needs the role editor.
     */
    post: operations['save-connector-post-connectorId-roll-back'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/upload-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a key file
     * @description The body is the file itself. Its private half is never given back by any call. Needs the role editor.
     */
    post: operations['upload-key-post'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/validate-connection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Validate a connection
     * @description A failed check is an answer, not a refusal: the status is 200. Of a connectorId alone it is "check now". With Accept: text/event-stream each check is sent as an event `check` when it ends, and the report last as `report`. Needs the role editor.
     */
    post: operations['validate-connection-post'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @example key-2j8c4t9x6w1r7m3p5z0q8v4n6y */
    KeyId: string;
    /** @example con-5v0n3w8y2k7x4q9t6r1m8p3z5d */
    ConnectorId: string;
    /** @example {} */
    RestoreConnectorRequest: {
      /**
       * @description A new name, where another connector bears the old one by now.
       * @example Shop data
       */
      name?: string;
    };
    /**
     * @example {
     *       "name": "Shop data",
     *       "validationId": "val-7r3m9p1z5q8v2n6y4j0c8t3x7w"
     *     }
     */
    SaveConnectorRequest: {
      /**
       * @description 1 to 100 characters on one line.
       * @example Shop data
       */
      name: string;
      validationId: components['schemas']['ValidationId'];
    };
    /** @example val-7r3m9p1z5q8v2n6y4j0c8t3x7w */
    ValidationId: string;
    /**
     * @example {
     *       "name": "Shop data, new"
     *     }
     */
    EditConnectorRequest: {
      /**
       * @description 1 to 100 characters on one line.
       * @example Shop data
       */
      name?: string;
      validationId?: components['schemas']['ValidationId'];
      paused?: boolean;
    };
    /**
     * @example {
     *       "keyId": "key-2j8c4t9x6w1r7m3p5z0q8v4n6y",
     *       "purposes": [
     *         "import"
     *       ],
     *       "uniqueContactField": {
     *         "dataset": "crm",
     *         "table": "subscribers",
     *         "column": "email",
     *         "contactKey": {
     *           "type": "email"
     *         }
     *       }
     *     }
     */
    ValidateConnectionRequest: {
      keyId?: components['schemas']['KeyId'];
      connectorId?: components['schemas']['ConnectorId'];
      /**
       * @example [
       *       "import"
       *     ]
       */
      purposes?: ('import' | 'export')[];
      uniqueContactField?: components['schemas']['UniqueContactField'];
      exportDataset?: components['schemas']['ExportDataset'];
      /**
       * @description Where queries run and are paid for; the key’s project if left out.
       * @example acme-analytics
       */
      jobProject?: string;
      /**
       * @description Bytes. No query of this connector is allowed to bill more.
       * @example 10485760
       */
      maximumBytesBilled?: number;
    };
    UniqueContactField: {
      /** @example acme-analytics */
      project?: string;
      /** @example crm */
      dataset: string;
      /** @example subscribers */
      table: string;
      /** @example email */
      column: string;
      contactKey: components['schemas']['ContactKey'];
    };
    /**
     * @example {
     *       "type": "email"
     *     }
     */
    ContactKey:
      | {
          /** @enum {string} */
          type: 'email' | 'phone' | 'externalId' | 'contactId';
        }
      | {
          /** @constant */
          type: 'additionalField';
          id: string;
        };
    ExportDataset: {
      /** @example acme-analytics */
      project?: string;
      /** @example crm */
      dataset: string;
    };
    BrowsedPage: {
      /** @example acme-analytics */
      project: string;
      datasets?: {
        /** @example crm */
        dataset: string;
      }[];
      tables?: {
        /** @example subscribers */
        table: string;
        /** @example TABLE */
        kind: string;
      }[];
      columns?: components['schemas']['Column'][];
      /**
       * @description Absent on the last page.
       * @example q1hZb0tIuYw0m9xN2c7rVfP4sLkD8eGa6jTzXoBn5vUiRyQWpA
       */
      nextPageToken?: string;
    };
    /**
     * @example {
     *       "column": "score",
     *       "type": "FLOAT",
     *       "mode": "NULLABLE",
     *       "contactKeys": [],
     *       "reason": "numbers with a fraction are not exact enough for a key"
     *     }
     */
    Column: {
      column: string;
      type: string;
      mode: string;
      description?: string;
      /** @description What the column can be; none if it cannot be a contact key. */
      contactKeys: ('email' | 'phone' | 'externalId' | 'contactId' | 'additionalField')[];
      /** @description Why it cannot be any. */
      reason?: string;
    };
    /**
     * @description RFC 9457 problem details.
     * @example {
     *       "type": "urn:bigquery-connector:problem:request-invalid",
     *       "title": "The request does not have the expected shape",
     *       "status": 400,
     *       "detail": "Mend the listed fields and send the request again.",
     *       "instance": "urn:bigquery-connector:request:0af7651916cd43dd8448eb211c80319c",
     *       "code": "request-invalid",
     *       "errors": [
     *         {
     *           "in": "body",
     *           "pointer": "/name",
     *           "detail": "is missing"
     *         }
     *       ]
     *     }
     */
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @description What to do next, in one sentence. */
      detail: string;
      instance: string;
      /** @enum {string} */
      code:
        | 'request-invalid'
        | 'head-unreadable'
        | 'path-invalid'
        | 'body-unreadable'
        | 'page-token-invalid'
        | 'token-missing'
        | 'token-refused'
        | 'workspace-missing'
        | 'role-missing'
        | 'role-insufficient'
        | 'host-refused'
        | 'path-not-found'
        | 'key-not-found'
        | 'validation-not-found'
        | 'connector-not-found'
        | 'dataset-not-found'
        | 'table-not-found'
        | 'method-not-allowed'
        | 'request-too-slow'
        | 'connector-name-taken'
        | 'key-in-use'
        | 'key-expiring'
        | 'validation-expired'
        | 'validation-already-saved'
        | 'connector-cap-reached'
        | 'key-cap-reached'
        | 'nothing-to-roll-back'
        | 'previous-key-gone'
        | 'etag-stale'
        | 'body-too-large'
        | 'media-type-unsupported'
        | 'encoding-unsupported'
        | 'key-unreadable'
        | 'key-not-a-service-account'
        | 'key-incomplete'
        | 'private-key-unusable'
        | 'validation-not-passed'
        | 'validation-incomplete'
        | 'warehouse-refused'
        | 'etag-missing'
        | 'rate-limited'
        | 'head-too-large'
        | 'internal'
        | 'issuer-unavailable'
        | 'warehouse-unavailable'
        | 'store-unavailable';
      errors?: {
        /** @enum {string} */
        in: 'path' | 'query' | 'header' | 'body';
        /** @description JSON pointer (RFC 6901). */
        pointer: string;
        detail: string;
      }[];
    } & {
      [key: string]: unknown;
    };
    DeletedConnector: {
      connectorId: components['schemas']['ConnectorId'];
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      deletedAt: string;
      /**
       * Format: date-time
       * @description Record and key are destroyed then.
       * @example 2026-11-24T09:41:27.000Z
       */
      restoreUntil: string;
    };
    Connector: {
      connectorId: components['schemas']['ConnectorId'];
      /** @example Shop data */
      name: string;
      keyId: components['schemas']['KeyId'];
      key: components['schemas']['KeyFacts'];
      connection: components['schemas']['Connection'];
      health: components['schemas']['Health'];
      paused: boolean;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      createdAt: string;
      /** @example editor@demo */
      createdBy: string;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      updatedAt: string;
      /** @example editor@demo */
      updatedBy: string;
      /**
       * @description Send it as If-Match with the next change.
       * @example 4z8x1c6v3b9n5m7q2w0e8r4t6y
       */
      etag: string;
      /**
       * Format: date-time
       * @description When its health is looked at next; absent while it is paused.
       * @example 2026-11-24T09:41:27.000Z
       */
      nextCheckAt?: string;
      /** @description What a roll-back returns to, as long as it is there. */
      previous?: {
        keyId: components['schemas']['KeyId'];
        key: components['schemas']['KeyFacts'];
        connection: components['schemas']['Connection'];
        /**
         * Format: date-time
         * @example 2026-11-24T09:41:27.000Z
         */
        until: string;
      };
    };
    KeyFacts: {
      /** @example reader@acme-analytics.iam.gserviceaccount.com */
      clientEmail: string;
      /** @example acme-analytics */
      projectId: string;
      /** @example 1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70 */
      privateKeyId: string;
      /**
       * @description SHA-256 of the public key (SubjectPublicKeyInfo, DER).
       * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      fingerprint: string;
    };
    Connection: {
      /**
       * @example [
       *       "import"
       *     ]
       */
      purposes: ('import' | 'export')[];
      uniqueContactField?: {
        /** @example acme-analytics */
        project: string;
        /** @example crm */
        dataset: string;
        /** @example subscribers */
        table: string;
        /** @example email */
        column: string;
        contactKey: components['schemas']['ContactKey'];
      };
      exportDataset?: {
        /** @example acme-analytics */
        project: string;
        /** @example crm */
        dataset: string;
      };
      /** @example acme-analytics */
      jobProject: string;
      /**
       * @description Read from the dataset, never asked.
       * @example US
       */
      location?: string;
      /**
       * @description Bytes. No query of this connector is allowed to bill more.
       * @example 10485760
       */
      maximumBytesBilled: number;
    };
    Health: {
      /** @enum {string} */
      state: 'healthy' | 'degraded' | 'broken' | 'unknown';
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      since: string;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      checkedAt: string;
      /**
       * Format: date-time
       * @description A check failed then; the connector is broken only if it fails again.
       * @example 2026-11-24T09:41:27.000Z
       */
      failingSince?: string;
      /**
       * @description Checks that failed one after the other; those that decided nothing are not counted.
       * @example 2
       */
      failures?: number;
      /**
       * @description The state that was announced last; what passes is not announced.
       * @enum {string}
       */
      told?: 'healthy' | 'degraded' | 'broken';
    };
    ConnectorPage: {
      connectors: components['schemas']['Connector'][];
      /**
       * @description Absent on the last page.
       * @example q1hZb0tIuYw0m9xN2c7rVfP4sLkD8eGa6jTzXoBn5vUiRyQWpA
       */
      nextPageToken?: string;
    };
    /** @description Living connectors of the workspace by their health; paused ones are counted apart. */
    HealthSummary: {
      /** @example 12 */
      healthy: number;
      /** @example 3 */
      degraded: number;
      /** @example 1 */
      broken: number;
      /** @example 0 */
      unknown: number;
      /**
       * @description Whatever their health was.
       * @example 2
       */
      paused: number;
      /**
       * Format: date-time
       * @description Since when the one has been unknown that has been so for longest; paused ones are left out.
       * @example 2026-11-24T09:41:27.000Z
       */
      oldestUnknownSince?: string;
    };
    DeletedPage: {
      connectors: components['schemas']['RestorableConnector'][];
      /**
       * @description Absent on the last page.
       * @example q1hZb0tIuYw0m9xN2c7rVfP4sLkD8eGa6jTzXoBn5vUiRyQWpA
       */
      nextPageToken?: string;
    };
    RestorableConnector: {
      connectorId: components['schemas']['ConnectorId'];
      /** @example Shop data */
      name: string;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      deletedAt: string;
      /** @example editor@demo */
      deletedBy: string;
      /**
       * Format: date-time
       * @description Record and key are destroyed then.
       * @example 2026-11-24T09:41:27.000Z
       */
      restoreUntil: string;
    };
    Caller: {
      /** @example editor@demo */
      subject: string;
      /** @example demo */
      workspace: string;
      /**
       * @example editor
       * @enum {string}
       */
      role: 'viewer' | 'editor';
    };
    ConnectorWithReport: {
      connectorId: components['schemas']['ConnectorId'];
      /** @example Shop data */
      name: string;
      keyId: components['schemas']['KeyId'];
      key: components['schemas']['KeyFacts'];
      connection: components['schemas']['Connection'];
      health: components['schemas']['Health'];
      paused: boolean;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      createdAt: string;
      /** @example editor@demo */
      createdBy: string;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      updatedAt: string;
      /** @example editor@demo */
      updatedBy: string;
      /**
       * @description Send it as If-Match with the next change.
       * @example 4z8x1c6v3b9n5m7q2w0e8r4t6y
       */
      etag: string;
      /**
       * Format: date-time
       * @description When its health is looked at next; absent while it is paused.
       * @example 2026-11-24T09:41:27.000Z
       */
      nextCheckAt?: string;
      /** @description What a roll-back returns to, as long as it is there. */
      previous?: {
        keyId: components['schemas']['KeyId'];
        key: components['schemas']['KeyFacts'];
        connection: components['schemas']['Connection'];
        /**
         * Format: date-time
         * @example 2026-11-24T09:41:27.000Z
         */
        until: string;
      };
      latestReport: components['schemas']['Report'];
      /** @description The key that was in use before: whether it may be disabled at Google, or is gone. */
      retiredKey?: components['schemas']['RetiredKey'];
      /** @description How what was seen last differs from what was saved; empty if it does not. */
      drift: components['schemas']['Drift'][];
    };
    Report: {
      validationId: components['schemas']['ValidationId'];
      /** @enum {string} */
      outcome: 'passed' | 'warning' | 'failed' | 'inconclusive';
      /** @description Whether save-connector accepts this validation while it is fresh. */
      readyToSave: boolean;
      checks: components['schemas']['Check'][];
      /** @description What mends all that can be mended by grants and settings at Google, as one thing to send; absent if nothing has to be. */
      remedy?: components['schemas']['Remedy'];
      /** @example 10485760 */
      bytesBilled: number;
      /**
       * @description Of these bytes, at the list price on demand; what the customer agreed on may be less.
       * @example 0.00006
       */
      estimatedPriceUsd?: number;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      validatedAt: string;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      expiresAt: string;
      /** @example 412 */
      durationMs: number;
    };
    /**
     * @example {
     *       "id": "C2",
     *       "name": "may-run-jobs",
     *       "title": "The account may run queries",
     *       "outcome": "passed",
     *       "detail": "Queries run in project acme-analytics, location US.",
     *       "durationMs": 104
     *     }
     */
    Check: {
      /** @enum {string} */
      id:
        | 'A1'
        | 'A2'
        | 'A3'
        | 'A4'
        | 'A5'
        | 'B1'
        | 'B2'
        | 'C1'
        | 'C2'
        | 'C3'
        | 'D1'
        | 'D2'
        | 'D3'
        | 'D4'
        | 'D5'
        | 'E1'
        | 'E2'
        | 'E3'
        | 'E4';
      /** @enum {string} */
      name:
        | 'key-readable'
        | 'key-type'
        | 'key-complete'
        | 'private-key'
        | 'key-known'
        | 'key-alive'
        | 'sign-in'
        | 'project-reachable'
        | 'may-run-jobs'
        | 'too-much-power'
        | 'dataset'
        | 'table'
        | 'key-column'
        | 'readable'
        | 'key-quality'
        | 'export-dataset'
        | 'export-billing'
        | 'export-names'
        | 'writable';
      title: string;
      /** @enum {string} */
      outcome: 'passed' | 'warning' | 'failed' | 'inconclusive' | 'skipped';
      detail: string;
      /** @description Stable word for what was found. */
      cause?: string;
      remedy?: components['schemas']['Remedy'];
      /** @description Facts; never a secret, never a row. */
      evidence?: {
        [key: string]: string | number | boolean | string[];
      };
      durationMs: number;
    };
    /**
     * @description What to do, and the exact line to send to the colleague who can do it.
     * @example {
     *       "text": "Ask whoever administers project acme-analytics to link a billing account.",
     *       "consoleUrl": "https://console.cloud.google.com/billing/linkedaccount?project=acme-analytics"
     *     }
     */
    Remedy: {
      text: string;
      consoleUrl?: string;
      gcloud?: string;
      bq?: string;
      terraform?: string;
    };
    RetiredKey: {
      /** @example 1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70 */
      privateKeyId: string;
      /** @example reader@acme-analytics.iam.gserviceaccount.com */
      clientEmail: string;
      /** @example acme-analytics */
      projectId: string;
      /**
       * @description Whether no connector of this workspace needs the key any more, so that it may be disabled at Google, and deleted once nothing has missed it; `detail` says why, or why not yet.
       * @example true
       */
      mayBeDisabled: boolean;
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      mayBeDisabledSince?: string;
      /** @example No connector of this workspace needs this key any more. */
      detail: string;
      /**
       * Format: date-time
       * @description Until then a roll-back could return to this key; not once it is disabled or deleted.
       * @example 2026-11-24T09:41:27.000Z
       */
      rollBackUntil?: string;
      /**
       * @description Disables the key at Google; `enable` takes it back. Given only while it may be disabled.
       * @example gcloud iam service-accounts keys disable 1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70 --iam-account=reader@acme-analytics.iam.gserviceaccount.com --project=acme-analytics
       */
      gcloud?: string;
      /**
       * Format: date-time
       * @description Since when Google does not list the key any more: it was deleted, or disabled.
       * @example 2026-11-24T09:41:27.000Z
       */
      goneAt?: string;
    };
    Drift: {
      /**
       * @description Stable word for what differs.
       * @example column-type
       */
      aspect: string;
      /**
       * @description When the connector was saved.
       * @example STRING
       */
      was: string;
      /**
       * @description Now.
       * @example INTEGER
       */
      is: string;
      /**
       * @description What differs, in one sentence. Never a secret, never a row.
       * @example Column email of acme-analytics.crm.subscribers was STRING when the connector was saved, and is INTEGER now.
       */
      detail: string;
      /**
       * @description What to do, where something has to be done.
       * @example Choose another column, or ask whoever owns the table to make it STRING again.
       */
      remedyText?: string;
      /**
       * Format: date-time
       * @description When it was seen first.
       * @example 2026-11-24T09:41:27.000Z
       */
      since: string;
      /**
       * Format: date-time
       * @description When it was announced; absent as long as a failure or other trouble goes first.
       * @example 2026-11-24T09:41:27.000Z
       */
      toldAt?: string;
    };
    ChangePage: {
      changes: components['schemas']['Change'][];
      /**
       * @description Absent on the last page.
       * @example q1hZb0tIuYw0m9xN2c7rVfP4sLkD8eGa6jTzXoBn5vUiRyQWpA
       */
      nextPageToken?: string;
    };
    Change: {
      changeId: components['schemas']['ChangeId'];
      /**
       * Format: date-time
       * @example 2026-11-24T09:41:27.000Z
       */
      at: string;
      /** @example editor@demo */
      by: string;
      /** @enum {string} */
      what:
        | 'created'
        | 'renamed'
        | 'connection-changed'
        | 'key-rotated'
        | 'rolled-back'
        | 'paused'
        | 'resumed'
        | 'deleted'
        | 'restored'
        | 'health-changed'
        | 'old-key-gone'
        | 'drifted';
      /** @example Shop data → Shop data, new */
      detail: string;
    };
    /** @example chg-9t6r1m8p3z5d5v0n3w8y2k7x4q */
    ChangeId: string;
    UploadedKey: {
      keyId: components['schemas']['KeyId'];
      /** @example reader@acme-analytics.iam.gserviceaccount.com */
      clientEmail: string;
      /** @example acme-analytics */
      projectId: string;
      /** @example 1f0c3e5a7b9d2f4a6c8e0b1d3f5a7c9e1b3d5f70 */
      privateKeyId: string;
      /**
       * @description SHA-256 of the public key (SubjectPublicKeyInfo, DER).
       * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      fingerprint: string;
      /**
       * Format: date-time
       * @description The key is destroyed then, unless a connector was saved with it.
       * @example 2026-11-24T09:41:27.000Z
       */
      expiresAt: string;
      /**
       * @description What was repaired in the file, or deserves a look.
       * @example [
       *       {
       *         "id": "A4",
       *         "cause": "line-breaks-repaired",
       *         "detail": "The line breaks of the private key were damaged, and could be repaired."
       *       }
       *     ]
       */
      warnings: {
        id: string;
        cause: string;
        detail: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'browse-tables-get': {
    parameters: {
      query?: {
        /** @description At most so many items; a page may have fewer, and more may follow all the same. */
        pageSize?: number;
        /** @description The nextPageToken of the page before, with all other parameters the same. */
        pageToken?: string;
        keyId?: components['schemas']['KeyId'];
        connectorId?: components['schemas']['ConnectorId'];
        jobProject?: string;
        /** @description Whose datasets; the key’s project if left out. */
        project?: string;
        dataset?: string;
        table?: string;
        /** @description Part of the name, whatever its case. */
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Browse datasets, tables or columns */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BrowsedPage'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `page-token-invalid` The page token is not of this list */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `key-not-found` No such key; `connector-not-found` No such connector; `dataset-not-found` No such dataset; `table-not-found` No such table */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `warehouse-refused` Google refused */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer; `warehouse-unavailable` Google did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'delete-connector-delete-connectorId': {
    parameters: {
      query?: never;
      header: {
        /** @description The etag of the connector as it was read. */
        'If-Match': string;
      };
      path: {
        connectorId: components['schemas']['ConnectorId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a connector */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeletedConnector'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-not-found` No such connector */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `etag-stale` The connector was changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `etag-missing` The change must say what it is based on */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'delete-connector-post-connectorId-restore': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        connectorId: components['schemas']['ConnectorId'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['RestoreConnectorRequest'];
      };
    };
    responses: {
      /** @description Restore a deleted connector */
      200: {
        headers: {
          /** @description The connector’s etag, in quotes: for If-Match. */
          etag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connector'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `body-unreadable` The body is not JSON in UTF-8 */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-not-found` No such connector; `key-not-found` No such key */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-name-taken` A connector of that name exists; `connector-cap-reached` The workspace has all the connectors it may have */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` The body is too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed; `media-type-unsupported` The body is of another media type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'list-connectors-get': {
    parameters: {
      query?: {
        /** @description At most so many items; a page may have fewer, and more may follow all the same. */
        pageSize?: number;
        /** @description The nextPageToken of the page before, with all other parameters the same. */
        pageToken?: string;
        /** @description Paused ones are listed under `paused` alone, whatever their health was. */
        health?: 'healthy' | 'degraded' | 'broken' | 'unknown' | 'paused';
        /** @description Part of the name, whatever its case. */
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List connectors, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectorPage'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `page-token-invalid` The page token is not of this list */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'list-connectors-get-health-summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Count the connectors by their health */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthSummary'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'list-connectors-get-deleted': {
    parameters: {
      query?: {
        /** @description At most so many items; a page may have fewer, and more may follow all the same. */
        pageSize?: number;
        /** @description The nextPageToken of the page before, with all other parameters the same. */
        pageToken?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what was deleted and can still be restored, the last deleted first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeletedPage'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `page-token-invalid` The page token is not of this list */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'list-connectors-get-caller': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Say who is asking */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Caller'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'list-connectors-get-connectorId': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        connectorId: components['schemas']['ConnectorId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read one connector with its latest report */
      200: {
        headers: {
          /** @description The connector’s etag, in quotes: for If-Match. */
          etag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectorWithReport'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-not-found` No such connector */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'list-connectors-get-connectorId-changes': {
    parameters: {
      query?: {
        /** @description At most so many items; a page may have fewer, and more may follow all the same. */
        pageSize?: number;
        /** @description The nextPageToken of the page before, with all other parameters the same. */
        pageToken?: string;
      };
      header?: never;
      path: {
        connectorId: components['schemas']['ConnectorId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read who changed what, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangePage'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `page-token-invalid` The page token is not of this list */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-not-found` No such connector */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'save-connector-post': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveConnectorRequest'];
      };
    };
    responses: {
      /** @description Save a connector */
      200: {
        headers: {
          /** @description The connector’s etag, in quotes: for If-Match. */
          etag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connector'];
        };
      };
      /** @description Save a connector */
      201: {
        headers: {
          /** @description The connector’s etag, in quotes: for If-Match. */
          etag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connector'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `body-unreadable` The body is not JSON in UTF-8 */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `validation-not-found` No such validation; `key-not-found` No such key */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-name-taken` A connector of that name exists; `key-in-use` The key serves another connector; `key-expiring` The key is about to be destroyed; `validation-already-saved` The validation was saved already; `validation-expired` The validation is too old; `connector-cap-reached` The workspace has all the connectors it may have */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` The body is too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed; `media-type-unsupported` The body is of another media type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `validation-not-passed` The connection did not pass its validation; `validation-incomplete` The validation does not cover what would be saved */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'save-connector-put-connectorId': {
    parameters: {
      query?: never;
      header: {
        /** @description The etag of the connector as it was read. */
        'If-Match': string;
      };
      path: {
        connectorId: components['schemas']['ConnectorId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditConnectorRequest'];
      };
    };
    responses: {
      /** @description Edit a connector */
      200: {
        headers: {
          /** @description The connector’s etag, in quotes: for If-Match. */
          etag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connector'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `body-unreadable` The body is not JSON in UTF-8 */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-not-found` No such connector; `validation-not-found` No such validation; `key-not-found` No such key */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-name-taken` A connector of that name exists; `key-in-use` The key serves another connector; `key-expiring` The key is about to be destroyed; `validation-already-saved` The validation was saved already; `validation-expired` The validation is too old */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `etag-stale` The connector was changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` The body is too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed; `media-type-unsupported` The body is of another media type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `validation-not-passed` The connection did not pass its validation; `validation-incomplete` The validation does not cover what would be saved */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `etag-missing` The change must say what it is based on */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'save-connector-post-connectorId-roll-back': {
    parameters: {
      query?: never;
      header: {
        /** @description The etag of the connector as it was read. */
        'If-Match': string;
      };
      path: {
        connectorId: components['schemas']['ConnectorId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Return to the key before the last rotation */
      200: {
        headers: {
          /** @description The connector’s etag, in quotes: for If-Match. */
          etag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connector'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `connector-not-found` No such connector; `key-not-found` No such key */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `nothing-to-roll-back` There is no previous key; `previous-key-gone` The previous key is gone at Google */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `etag-stale` The connector was changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `etag-missing` The change must say what it is based on */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'upload-key-post': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Upload a key file */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadedKey'];
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `body-unreadable` The body is not JSON in UTF-8 */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `key-cap-reached` Too many keys are kept */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` The body is too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed; `media-type-unsupported` The body is of another media type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `key-unreadable` The file is not a key file; `key-not-a-service-account` The file is another kind of credential; `key-incomplete` The key file is incomplete; `private-key-unusable` The private key cannot be used */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'validate-connection-post': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ValidateConnectionRequest'];
      };
    };
    responses: {
      /** @description Validate a connection */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Report'];
          'text/event-stream': string;
        };
      };
      /** @description `head-unreadable` The request is not HTTP; `request-invalid` The request does not have the expected shape; `path-invalid` The address cannot be read; `body-unreadable` The body is not JSON in UTF-8 */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `token-missing` No access token; `token-refused` The access token is not accepted */
      401: {
        headers: {
          'www-authenticate': 'Bearer';
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `workspace-missing` The access token names no workspace; `role-missing` The access token gives no role here; `role-insufficient` This needs another role */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `key-not-found` No such key; `connector-not-found` No such connector */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-too-slow` The request did not arrive in time */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` The body is too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `encoding-unsupported` The body is compressed; `media-type-unsupported` The body is of another media type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` Too many requests */
      429: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `head-too-large` The head of the request is too large */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` The service failed */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `issuer-unavailable` Access tokens cannot be verified now; `store-unavailable` The store did not answer */
      503: {
        headers: {
          /** @description Seconds. */
          'retry-after'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
