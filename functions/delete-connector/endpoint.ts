import * as z from 'zod';
import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { ifMatch } from '../../shared/http/if-match.ts';
import { connector, connectorName } from '../../shared/schemas/connector.ts';
import { connectorId } from '../../shared/schemas/identifiers.ts';
import { instant } from '../../shared/schemas/instant.ts';
import { deleteConnector, type DeleteConnectorPorts } from './delete-connector.ts';
import { restoreConnector } from './restore-connector.ts';

const path = z.strictObject({ connectorId });

const deleted = z
  .strictObject({
    connectorId,
    deletedAt: instant,
    restoreUntil: instant.meta({ description: 'Record and key are destroyed then.' }),
  })
  .meta({ id: 'DeletedConnector' });

const restoreBody = z
  .strictObject({
    name: connectorName
      .optional()
      .meta({ description: 'A new name, where another connector bears the old one by now.' }),
  })
  .meta({ id: 'RestoreConnectorRequest', examples: [{}] });

export const deleteConnectorEndpoint: Endpoint<DeleteConnectorPorts> = {
  name: 'delete-connector',
  description: 'Deletes connectors, and restores them for 7 days.',
  calls: [
    call({
      method: 'DELETE',
      path: '/{connectorId}',
      summary: 'Delete a connector',
      role: 'editor',
      request: { path, headers: ifMatch },
      status: 200,
      answer: deleted,
      problems: ['connector-not-found', 'rate-limited'],
      handle: deleteConnector,
    }),
    call({
      method: 'POST',
      path: '/{connectorId}/restore',
      summary: 'Restore a deleted connector',
      description: 'The body may be left out.',
      role: 'editor',
      request: { path, body: restoreBody, bodyOptional: true },
      status: 200,
      answer: connector,
      problems: [
        'connector-not-found',
        'connector-name-taken',
        'connector-cap-reached',
        'key-not-found',
        'rate-limited',
      ],
      handle: restoreConnector,
    }),
  ],
};
