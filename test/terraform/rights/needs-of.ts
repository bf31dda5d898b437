import { globSync } from 'node:fs';
import { taskQueuePermissions } from '../../../shared/adapters/google/cloud-tasks-permissions.ts';
import {
  connectorStorePermissions,
  drawerPermissions,
} from '../../../shared/adapters/google/firestore-permissions.ts';
import { announcerPermissions } from '../../../shared/adapters/google/pubsub-permissions.ts';
import { keyVaultPermissions } from '../../../shared/adapters/google/secret-manager-permissions.ts';
import { portsUsedFrom } from '../../support/port-use/ports-used-from.ts';
import { functionsProgram } from '../functions-program.ts';

/** What each port's methods need of ours, as their adapters of Google's name it. */
export const permissionsOfPorts: Record<string, Record<string, readonly string[]>> = {
  Announcer: announcerPermissions,
  ConnectorStore: connectorStorePermissions,
  Drawer: drawerPermissions,
  KeyVault: keyVaultPermissions,
  TaskQueue: taskQueuePermissions,
};

/** Ports that need no permission of ours, and why. */
export const needNothing: Record<string, string> = {
  Identity: 'signs in with the customer’s key; certificates are public',
  OpenWarehouse: 'speaks with the customer’s token',
  Warehouse: 'speaks with the customer’s token',
  ProjectPermissions: 'speaks with the customer’s token',
  Note: 'writes to standard output, and the platform takes it from there',
  Stamps: 'the clock and random numbers of the process',
  Timer: 'the clock of the process, on a laptop alone',
  Cancel: 'a part of Timer',
};

export interface Needs {
  name: string;
  /** Permission → the methods of ports that need it. */
  permissions: Map<string, string[]>;
  /** Whether it reads the key under which page tokens are sealed. */
  sealsPages: boolean;
  /** Whether it refuses whoever is no machine of its own deployment. */
  forMachines: boolean;
}

let known: Needs[] | undefined;

/** What each function needs, from its entry through all that it can reach. */
export function needsOfFunctions(): Needs[] {
  known ??= findNeeds();
  return known;
}

function findNeeds(): Needs[] {
  const entries = globSync('functions/*/index.ts').toSorted();
  const program = functionsProgram();
  return entries.map((entry) => {
    const { used, reached } = portsUsedFrom(program, entry, (file) =>
      file.includes('shared/ports/'),
    );
    const reaches = (file: string, name: string) =>
      [...reached].some((each) => each.endsWith(`shared/${file} ${name}`));
    return {
      name: entry.split('/')[1] ?? '',
      permissions: permissionsFor([...used].toSorted()),
      sealsPages: reaches('adapters/google/environment.ts', 'environment'),
      forMachines: reaches('http/deploy.ts', 'deployForMachines'),
    };
  });
}

function permissionsFor(members: string[]): Map<string, string[]> {
  const needed = new Map<string, string[]>();
  for (const member of members) {
    const [port = '', method = ''] = member.split('.');
    for (const permission of permissionsOfPorts[port]?.[method] ?? [])
      needed.set(permission, [...(needed.get(permission) ?? []), member]);
  }
  return needed;
}
