import { describe, expect, test } from 'vitest';
import {
  connectorStorePermissions,
  drawerPermissions,
} from '../../shared/adapters/google/firestore-permissions.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { neededPermissions } from '../support/firestore/needed-permissions.ts';
import { recordContract } from '../support/firestore/record-contract.ts';

const jar = emulatorJar();

describe.skipIf(jar === undefined)('with Java and Google’s Firestore emulator', () => {
  const recorded = recordContract(jar);

  const ports: [string, Record<string, string[]>][] = [
    ['ConnectorStore', connectorStorePermissions],
    ['Drawer', drawerPermissions],
  ];
  test.each(ports)('THREATS 61: %s names what its calls need, and nothing else', (port, named) => {
    const needed = neededPermissions(recorded);

    const seen = Object.keys(named).map((method) => [
      method,
      [...(needed.get(`${port}.${method}`) ?? [])].toSorted(),
    ]);

    const expected = Object.entries(named).map(([method, list]) => [method, list.toSorted()]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
  });
});
