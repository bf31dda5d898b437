import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { googleProjectPermissions } from '../../shared/adapters/google/google-project-permissions.ts';
import { bigqueryWarehouse } from '../../shared/adapters/google/bigquery-warehouse.ts';
import { google } from '../../shared/adapters/google/endpoints.ts';
import { googleIdentity } from '../../shared/adapters/google/google-identity.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { doorwayOf } from '../../shared/http/doorway-of.ts';
import { serveMachines } from '../../shared/http/serve-machines.ts';
import { serve } from '../../shared/http/serve.ts';
import { endpointsOfFunctions, machineEndpointsOfFunctions } from './endpoints-of-functions.ts';
import { audience } from './signs-in-by-itself.ts';
import { healthInProcess } from './health-in-process.ts';
import { nobody } from './nobody.ts';
import { endpointsUnder } from './endpoints-under.ts';
import { secretFile } from './secret-file.ts';
import type { Place, ServedFunctions } from './served-functions.ts';
import type { LocalSettings } from './settings.ts';
import type { Storage } from './storage.ts';

export interface InProcess extends LocalSettings {
  storage: Storage;
  place: Place;
}

/** Every function's promise, kept in this process. */
export async function functionsInProcess(options: InProcess): Promise<ServedFunctions> {
  const { stateFolder, limits, realGoogle, storage, place } = options;
  const endpoints = realGoogle ? google : endpointsUnder(`${place.loopback}/sandbox`);
  const ports = {
    keys: storage.keys,
    connectors: storage.connectors,
    stamps: systemStamps,
    limits,
    identity: googleIdentity(systemStamps.now, endpoints),
    openWarehouse: bigqueryWarehouse(endpoints),
    projectPermissions: googleProjectPermissions(endpoints),
  };
  const doorway = doorwayOf(
    {
      tokenRules: {
        issuer: `${place.origin}/issuer`,
        audience,
        tokenTypes: ['at+jwt'],
        workspaceClaim: 'workspace',
        roleClaim: 'role',
      },
      jwksUri: `${place.loopback}/issuer/jwks`,
      origins: place.origins,
      pageTokenKey: await pageTokenKey(stateFolder),
    },
    systemStamps.now,
  );
  const health = healthInProcess({ ports });
  const functions = await endpointsOfFunctions<typeof ports>();
  const closed = await machineEndpointsOfFunctions<typeof ports>();
  return {
    listeners: new Map([
      ...functions.map((each) => [each.name, serve(each, ports, doorway)] as const),
      ...closed.map((each) => [each.name, serveMachines(each, ports, nobody)] as const),
    ]),
    close: health.close,
  };
}

async function pageTokenKey(stateFolder: string): Promise<Uint8Array> {
  return secretFile({
    path: join(stateFolder, 'page-token.key'),
    make: () => randomBytes(32).toString('hex'),
    read: (text) => Buffer.from(z.hex().length(64).parse(text), 'hex'),
  });
}
