import type { RequestListener } from 'node:http';
import { endWell } from './end-well.ts';
import type { Endpoint } from './endpoint.ts';
import { type Doorway, serve } from './serve.ts';
import { standFirst } from './stand-first.ts';
import { withholdBodies } from './withhold-bodies.ts';

/** A function under the functions framework: `serve`, before the framework's parsers and handlers. */
export function deploy<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
): RequestListener {
  const listener = serve(endpoint, ports, doorway);
  withholdBodies();
  standFirst(listener, endWell);
  return listener;
}
