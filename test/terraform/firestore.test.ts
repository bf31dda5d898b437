import { describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { inWords, neededIndex } from '../support/firestore/needed-index.ts';
import { recordContract } from '../support/firestore/record-contract.ts';
import type { FirestoreRequest, StructuredQuery } from '../support/firestore/read-request.ts';
import { writtenCollections } from '../support/firestore/written-documents.ts';
import { compositesIn, fieldSettingsIn } from './indexes/indexes-in.ts';
import { keyIn, keysOfLastRelease } from './indexes/released.ts';
import { nameOf, servedBy } from './indexes/serves.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

const jar = emulatorJar();

describe.skipIf(jar === undefined || withoutTerraform())(
  'with Terraform, Java and Google’s Firestore emulator',
  () => {
    const recorded = recordContract(jar);
    const plan = withoutTerraform() ? { resource_changes: [], output_changes: {} } : mockedPlan();
    const indexes = { composites: compositesIn(plan), settings: fieldSettingsIn(plan) };
    const needed = () =>
      recorded.flatMap(({ request, method }) => {
        const query = queryIn(request);
        return query ? [{ method: method.name, ...neededIndex(query) }] : [];
      });

    test('every query has its index', () => {
      const without = needed().filter((each) => servedBy(each, indexes) === undefined);

      const told = without.map((each) => `${each.method} needs ${inWords(each)}`);
      expect([...new Set(told)]).toEqual([]);
    });

    test('every index has its query, or had it in the last release', () => {
      const used = new Set(needed().map((each) => servedBy(each, indexes)));

      const ofFields = indexes.settings.flatMap((setting) =>
        (setting.indexes ?? []).map((each) => nameOf(setting, each)),
      );
      const made = [...indexes.composites.map(({ address }) => address), ...ofFields];
      const idle = made.filter((each) => !used.has(each));
      expect(idle.filter((each) => !keysOfLastRelease.has(keyIn(each)))).toEqual([]);
    });

    test('what ends by itself has a moment by which Firestore deletes it, and nothing else has', () => {
      const ending = writtenCollections(recorded).filter(({ fields }) => fields.has('expireAt'));
      const kinds = ending.flatMap(({ fields }) => [...(fields.get('expireAt') ?? [])]);

      const ended = indexes.settings.filter(({ ends }) => ends);

      expect(ended.map(({ collection, path }) => `${collection}/${path}`).toSorted()).toEqual(
        ending.map(({ collection }) => `${collection}/expireAt`).toSorted(),
      );
      expect(new Set(kinds)).toEqual(new Set(['timestampValue'])); // Firestore deletes by nothing else
    });

    test('no index is kept of what is in maps and lists, nor of the moment of an end', () => {
      const large = writtenCollections(recorded).flatMap(({ collection, fields }) =>
        [...fields]
          .filter(([, kinds]) => [...kinds].some((kind) => notToBeIndexed.has(kind)))
          .map(([path]) => `${collection}/${path}`),
      );

      const exempt = indexes.settings.filter((each) => each.indexes?.length === 0);

      expect(exempt.map(({ collection, path }) => `${collection}/${path}`).toSorted()).toEqual(
        large.toSorted(),
      );
    });

    test('all of them are those of the database that the functions are told', () => {
      const all = [...indexes.composites, ...indexes.settings].map(({ database }) => database);
      const made = plan.resource_changes.filter(({ type }) => type === 'google_firestore_database');

      expect([...new Set(all)]).toEqual(made.map(({ change }) => change.after.name));
    });
  },
);

const notToBeIndexed = new Set(['mapValue', 'arrayValue', 'timestampValue']);

function queryIn({ rpc, body }: FirestoreRequest): StructuredQuery | undefined {
  if (rpc === 'runQuery') return body.structuredQuery;
  if (rpc === 'runAggregationQuery') return body.structuredAggregationQuery.structuredQuery;
  return undefined;
}
