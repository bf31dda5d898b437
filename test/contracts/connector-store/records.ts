import { describe, expect, test } from 'vitest';
import type { ConnectorStore } from '../../../shared/ports/connector-store.ts';
import {
  acme,
  globex,
  sampleChange,
  sampleConnector,
  sampleId,
  sampleKeyRecord,
  sampleValidation,
  savedAt,
} from '../../support/sample-records.ts';
import { sampleDifference } from '../../support/sample-events.ts';
import { sampleSighting } from '../../support/sample-sighting.ts';
import { everything, nothing } from './everything.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const key = sampleId('key');
const val = sampleId('validation');
const later = '2026-03-09T09:02:00.000Z';

/** All that checks leave on a record. */
const drifted = {
  saved: sampleSighting(),
  previousSaved: sampleSighting({ quality: undefined }),
  drift: [{ ...sampleDifference, since: savedAt, toldAt: later }],
  driftTold: [{ what: 'column-type INTEGER', at: later }],
  shapes: { counted: 'a-table', tried: 'a-dataset' },
  billed: { day: '2026-03-02', bytes: 10_485_760 },
};

export function recordsContract(make: MakeStore): void {
  describe('records', () => {
    test('are read back as they were put, inside a transaction and outside', async () => {
      const { store } = await make();
      await putOneOfEach(store);

      const outside = [
        await store.connector(acme, con),
        await store.key(acme, key),
        await store.validation(acme, val),
      ];
      const inside = await look(store, async (drawer) => [
        await drawer.connector(con),
        await drawer.key(key),
        await drawer.validation(val),
      ]);

      expect(outside).toEqual([sampleConnector(), sampleKeyRecord(), sampleValidation()]);
      expect(inside).toEqual(outside);
    });

    test('of a later release are read as this one knows them, and read by all who read them', async () => {
      const { store } = await make();
      const unknown = { later: { of: 'a release' } };
      const of = <T extends object>(value: T): T => ({ ...value, ...unknown });
      const connector = sampleConnector({ nextCheckAt: savedAt });
      await write(store, (drawer) => {
        drawer.putConnector(of({ ...connector, health: of(connector.health) }));
        drawer.putKey(of(sampleKeyRecord({ connectorId: con })));
        drawer.putValidation(of(sampleValidation()));
        drawer.addChange(con, of(sampleChange()), new Date('2036-01-01T00:00:00.000Z'));
      });

      expect([
        await store.connector(acme, con),
        await store.key(acme, key),
        await store.validation(acme, val),
        await look(store, async (drawer) => drawer.connector(con)),
        await store.connectors(acme, { limit: 9 }),
        (await store.belongings(acme, con)).keys,
        await store.changes(acme, con, { limit: 9 }),
        (await store.fleetHealth(new Date('2036-01-01T00:00:00.000Z'))).due,
        (await store.due({ at: new Date('2036-01-01T00:00:00.000Z'), limit: 9 })).length,
        (await store.connectorsOfKey(acme, connector.key.fingerprint)).length,
      ]).toEqual([
        connector,
        sampleKeyRecord({ connectorId: con }),
        sampleValidation(),
        connector,
        [connector],
        [sampleKeyRecord({ connectorId: con })],
        [sampleChange()],
        1,
        1,
        1,
      ]);
    });

    test('keep every optional member', async () => {
      const { store } = await make();
      const { keyId: previousKey, key: facts, connection } = sampleConnector();
      const previous = { keyId: previousKey, key: facts, connection, until: later };
      const connector = sampleConnector({ keyId: sampleId('key', 2), previous, ...drifted });
      const sighting = sampleSighting();
      const validation = sampleValidation({ connectorId: con, savedAs: con, sighting });
      await write(store, (drawer) => {
        drawer.putConnector(connector);
        drawer.putValidation(validation);
        drawer.putKey(sampleKeyRecord({ connectorId: con, expiresAt: later }));
      });

      const records = [await store.connector(acme, con), await store.validation(acme, val)];

      expect(records).toEqual([connector, validation]);
      expect(await store.key(acme, key)).toEqual({
        ...sampleKeyRecord(),
        connectorId: con,
        expiresAt: later,
      });
    });

    test('are replaced whole', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ expiresAt: later }));
      });

      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ connectorId: con }));
      });

      expect(await store.key(acme, key)).toEqual(sampleKeyRecord({ connectorId: con }));
    });

    test('are absent where nothing was put', async () => {
      const { store } = await make();

      expect(await everything(store, acme)).toEqual(nothing);
    });

    test('are absent in another workspace, also in one that differs by case alone', async () => {
      const { store } = await make();
      await putOneOfEach(store);

      expect(await everything(store, globex)).toEqual(nothing);
      expect(await everything(store, 'ACME')).toEqual(nothing);
    });

    test('of one id in two workspaces do not touch', async () => {
      const { store } = await make();
      await putOneOfEach(store);
      const theirs = sampleConnector({ name: 'Globex readers' });

      await write(
        store,
        (drawer) => {
          drawer.putConnector(theirs);
        },
        globex,
      );
      await write(
        store,
        (drawer) => {
          drawer.freeName('newsletter readers');
        },
        globex,
      );

      expect(await store.connector(globex, con)).toEqual(theirs);
      expect(await store.connector(acme, con)).toEqual(sampleConnector());
      expect(await look(store, (drawer) => drawer.nameOwner('newsletter readers'))).toBe(con);
    });

    test('hold any text that a name, a detail or a turn may have', async () => {
      const { store } = await make();
      const name = `O'Brien — "Zoë" 👩‍💻 שלום %_\\ \${x} {"a":1}; DROP TABLE connectors`;
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector({ name }));
        drawer.putName(name, con);
        drawer.putTurns(name, [{ at: savedAt, subject: name }], new Date(later));
      });

      expect((await store.connector(acme, con))?.name).toBe(name);
      expect(await look(store, (drawer) => drawer.nameOwner(name))).toBe(con);
      expect(await look(store, (drawer) => drawer.turns(name))).toEqual([
        { at: savedAt, subject: name },
      ]);
    });
  });
}

async function putOneOfEach(store: ConnectorStore): Promise<void> {
  await write(store, (drawer) => {
    drawer.putConnector(sampleConnector());
    drawer.putName('newsletter readers', con);
    drawer.putKey(sampleKeyRecord());
    drawer.putValidation(sampleValidation());
    drawer.putTurns('uploads', [{ at: savedAt }], new Date(later));
    drawer.addChange(con, sampleChange(), new Date(later));
  });
}
