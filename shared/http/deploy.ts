import type { RequestListener } from 'node:http';
import { endWell } from './end-well.ts';
import type { Endpoint } from './endpoint.ts';
import type { MachineEndpoint } from './machine-endpoint.ts';
import { refuseUnread } from './refuse-unread.ts';
import { serveMachines, type VerifyMachine } from './serve-machines.ts';
import { type Doorway, serve } from './serve.ts';
import { standFirst } from './stand-first.ts';
import { withholdBodies } from './withhold-bodies.ts';

/** A function under the functions framework: `serve`, before the framework's parsers and handlers. */
export function deploy<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
): RequestListener {
  return deployListener(serve(endpoint, ports, doorway));
}

/** The same for a function that only machines of the deployment may call. */
export function deployForMachines<Ports>(
  endpoint: MachineEndpoint<Ports>,
  ports: Ports,
  verifyMachine: VerifyMachine,
): RequestListener {
  return deployListener(serveMachines(endpoint, ports, verifyMachine));
}

/** The same for what is no call: a listener that refuses by itself what it does not know. */
export function deployListener(listener: RequestListener): RequestListener {
  withholdBodies();
  standFirst(listener, (server) => {
    refuseUnread(server);
    endWell(server);
  });
  return listener;
}
