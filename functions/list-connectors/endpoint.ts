import * as z from 'zod';
import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { nextPageToken } from '../../shared/http/page.ts';
import {
  change,
  connector,
  connectorWithReport,
  restorableConnector,
} from '../../shared/schemas/connector.ts';
import { getConnector } from './get-connector.ts';
import { healthSummary } from '../../shared/schemas/health.ts';
import { caller } from '../../shared/schemas/caller.ts';
import { tellCaller } from './tell-caller.ts';
import { summarizeHealth } from './summarize-health.ts';
import { listChanges } from './list-changes.ts';
import { listDeleted } from './list-deleted.ts';
import { listConnectors, type ListConnectorsPorts } from './list-connectors.ts';
import {
  changesCursor,
  changesQuery,
  connectorPath,
  deletedCursor,
  deletedQuery,
  listConnectorsQuery,
  listCursor,
} from './request.ts';

export const listConnectorsEndpoint: Endpoint<ListConnectorsPorts> = {
  name: 'list-connectors',
  description: 'The connectors of the workspace, one connector, and its history.',
  calls: [
    call({
      method: 'GET',
      path: '/',
      summary: 'List connectors, newest first',
      role: 'viewer',
      request: { query: listConnectorsQuery, cursor: listCursor },
      status: 200,
      answer: z
        .strictObject({ connectors: z.array(connector), nextPageToken })
        .meta({ id: 'ConnectorPage' }),
      problems: [],
      handle: listConnectors,
    }),
    call({
      method: 'GET',
      path: '/health-summary',
      summary: 'Count the connectors by their health',
      role: 'viewer',
      request: {},
      status: 200,
      answer: healthSummary,
      problems: [],
      handle: summarizeHealth,
    }),
    call({
      method: 'GET',
      path: '/deleted',
      summary: 'List what was deleted and can still be restored, the last deleted first',
      role: 'viewer',
      request: { query: deletedQuery, cursor: deletedCursor },
      status: 200,
      answer: z
        .strictObject({ connectors: z.array(restorableConnector), nextPageToken })
        .meta({ id: 'DeletedPage' }),
      problems: [],
      handle: listDeleted,
    }),
    call({
      method: 'GET',
      path: '/caller',
      summary: 'Say who is asking',
      description: 'As the token says: subject, workspace and role.',
      role: 'viewer',
      request: {},
      status: 200,
      answer: caller,
      problems: [],
      handle: tellCaller,
    }),
    call({
      method: 'GET',
      path: '/{connectorId}',
      summary: 'Read one connector with its latest report',
      role: 'viewer',
      request: { path: connectorPath },
      status: 200,
      answer: connectorWithReport,
      problems: ['connector-not-found'],
      handle: getConnector,
    }),
    call({
      method: 'GET',
      path: '/{connectorId}/changes',
      summary: 'Read who changed what, newest first',
      role: 'viewer',
      request: { path: connectorPath, query: changesQuery, cursor: changesCursor },
      status: 200,
      answer: z
        .strictObject({ changes: z.array(change), nextPageToken })
        .meta({ id: 'ChangePage' }),
      problems: ['connector-not-found'],
      handle: listChanges,
    }),
  ],
};
