import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { ifMatch } from '../../shared/http/if-match.ts';
import { connector } from '../../shared/schemas/connector.ts';
import { editConnector } from './edit-connector.ts';
import { connectorPath, editConnectorBody, saveConnectorRequest } from './request.ts';
import { rollBack } from './roll-back.ts';
import { saveConnector, type SaveConnectorPorts } from './save-connector.ts';

export const saveConnectorEndpoint: Endpoint<SaveConnectorPorts> = {
  name: 'save-connector',
  description: 'Keeps connections that were validated, under a name.',
  calls: [
    call({
      method: 'POST',
      path: '/',
      summary: 'Save a connector',
      description:
        'What is kept is what the validation tested. A repeated request gives the same connector, with status 200.',
      role: 'editor',
      request: { body: saveConnectorRequest },
      status: 201,
      otherStatus: 200,
      statusOf: ({ created }) => (created ? 201 : 200),
      bodyOf: (saved) => saved.connector,
      answer: connector,
      problems: [
        'validation-not-found',
        'key-not-found',
        'connector-name-taken',
        'key-in-use',
        'key-expiring',
        'validation-already-saved',
        'validation-expired',
        'connector-cap-reached',
        'validation-not-passed',
        'validation-incomplete',
        'rate-limited',
      ],
      handle: saveConnector,
    }),
    call({
      method: 'PUT',
      path: '/{connectorId}',
      summary: 'Edit a connector',
      description:
        'A validation of another key is a rotation: the key before is kept for 7 days, for a roll-back. ' +
        'One that was made with the connector’s own key is refused once another key has taken its place.',
      role: 'editor',
      request: { path: connectorPath, headers: ifMatch, body: editConnectorBody },
      status: 200,
      answer: connector,
      problems: [
        'connector-not-found',
        'validation-not-found',
        'key-not-found',
        'connector-name-taken',
        'key-in-use',
        'key-expiring',
        'validation-already-saved',
        'validation-expired',
        'validation-not-passed',
        'validation-incomplete',
        'rate-limited',
      ],
      handle: editConnector,
    }),
    call({
      method: 'POST',
      path: '/{connectorId}/roll-back',
      summary: 'Return to the key before the last rotation',
      role: 'editor',
      request: { path: connectorPath, headers: ifMatch },
      status: 200,
      answer: connector,
      problems: [
        'connector-not-found',
        'key-not-found',
        'nothing-to-roll-back',
        'previous-key-gone',
        'rate-limited',
      ],
      handle: rollBack,
    }),
  ],
};
