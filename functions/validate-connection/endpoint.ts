import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { report } from '../../shared/schemas/report.ts';
import { validateConnectionRequest } from './request.ts';
import type { ValidateConnectionPorts } from './ports.ts';
import { validateConnection } from './validate-connection.ts';

export const validateConnectionEndpoint: Endpoint<ValidateConnectionPorts> = {
  name: 'validate-connection',
  description: 'Finds out everything that is wrong between a key and a table, and what mends it.',
  calls: [
    call({
      method: 'POST',
      path: '/',
      summary: 'Validate a connection',
      description:
        'A failed check is an answer, not a refusal: the status is 200. Of a connectorId alone it is "check now". ' +
        'With Accept: text/event-stream each check is sent as an event `check` when it ends, and the report last as `report`.',
      role: 'editor',
      request: { body: validateConnectionRequest },
      status: 200,
      answer: report,
      streams: true,
      problems: ['key-not-found', 'connector-not-found', 'rate-limited'],
      handle: validateConnection,
    }),
  ],
};
