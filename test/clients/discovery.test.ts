import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bigqueryRoutes } from '../../sandbox/bigquery/bigquery-routes.ts';
import type { Google } from '../../sandbox/bigquery/google.ts';
import { type Mask, readMask } from '../../sandbox/http/field-mask.ts';
import { sampleKeys } from '../../sandbox/sample-keys.ts';
import { acme } from '../../sandbox/world/acme.ts';
import { describedTable, masks } from '../../shared/adapters/google/answer-masks.ts';
import { answerChecker, type AnswerChecker } from '../sandbox/answer-checker.ts';
import { cloudSdk } from '../sandbox/cloud-sdk.ts';
import { everyCall } from '../sandbox/every-call.ts';
import {
  type DiscoveryDocument,
  type DiscoverySchema,
  methodFinder,
  readDiscoveryDocument,
} from '../sandbox/discovery-document.ts';
import {
  bigqueryScope,
  driveScope,
  type RunningSandbox,
  runningSandbox,
} from '../sandbox/running-sandbox.ts';

const sdk = cloudSdk();

/** Operations that are not called as Google calls them. */
const methodNames: Record<string, [resource: string, method: string]> = {
  'jobs.insert.dryRun': ['jobs', 'insert'],
  load: ['jobs', 'insert'],
  testIamPermissions: ['tables', 'testIamPermissions'],
};

describe.skipIf(!sdk)('by the Cloud SDK’s discovery document of BigQuery', () => {
  let document: DiscoveryDocument;
  let faultOf: AnswerChecker;
  let google: RunningSandbox;
  beforeAll(async () => {
    document = readDiscoveryDocument(sdk?.discoveryDocument ?? '');
    faultOf = answerChecker(document);
    google = await runningSandbox();
  });
  afterAll(async () => {
    await google.close();
  });

  const ids = () =>
    bigqueryRoutes({} as Google).map(({ method, path }) => {
      const found = methodFinder(document)(method, path.replaceAll(/\{\w+\}/g, 'name'));
      return found?.id ?? `${method} ${path}`;
    });
  test('every path of the sandbox is one of Google’s', () => {
    expect(ids().filter((id) => !id.startsWith('bigquery.'))).toEqual([]);
  });

  const seen = new Set<string>();
  const signedIn = sampleKeys.filter(
    ({ at, holder }) => at === 'validate-connection' && holder && holder.state !== 'disabled',
  );
  test.each(signedIn.map(({ file }) => file.replace('.json', '')))(
    'every answer to %s is valid',
    async (name) => {
      const { exchange, assertion } = google;
      const scope = `${bigqueryScope} ${driveScope}`;
      const { access_token: token } = (await exchange(await assertion(name, { scope }))).json;
      if (typeof token !== 'string') return; // a key that signs nobody in gets no answers

      const world = acme(new Date(), 10);
      for (const { path, ...init } of everyCall(world, name)) {
        const { status } = await google.fetch(path, { token, ...init });
        const [pathname = ''] = path.split('?');
        const id = methodFinder(document)(init.method ?? 'GET', pathname)?.id ?? path;
        seen.add(`${id} ${status < 400 ? 'answers' : 'refuses'}`);
      }

      google.settle();
    },
  );

  test('and each method was seen to answer and to refuse', () => {
    const expected = ids().flatMap((id) => [`${id} answers`, `${id} refuses`]);
    expect([...seen]).toEqual(expect.arrayContaining(expected));
  });

  test.each([...Object.entries(masks), ['tables.get', describedTable]] as const)(
    'what is asked for of %s is in its answer: %s',
    (operation, fields) => {
      const unknown = unknownMembers(
        document,
        responseOf(operation),
        readMask(fields) ?? new Map(),
      );
      expect(unknown).toEqual([]);
    },
  );

  const responseOf = (operation: string) => {
    const [resource = '', method = ''] = methodNames[operation] ?? operation.split('.');
    return { $ref: document.resources[resource]?.methods?.[method]?.response?.$ref ?? '' };
  };

  test('a member that is not there is found', () => {
    const mask = readMask('schema/fields(name,nmae),location') ?? true;
    expect(unknownMembers(document, { $ref: 'Table' }, mask)).toEqual(['nmae']);
  });

  const list = { kind: 'bigquery#tableList', totalItems: 1 };
  const reference = { projectId: 'p', datasetId: 'd', tableId: 't' };
  test.each([
    ['a member of another name', { ...list, tabels: [] }, /tabels/],
    ['another kind', { ...list, kind: 'bigquery#tables' }, /kind must be equal/],
    ['a text in place of a number', { ...list, totalItems: '1' }, /totalItems must be integer/],
    [
      'a number in place of a text',
      { ...list, tables: [{ tableReference: reference, creationTime: 1 }] },
      /creationTime must be string/,
    ],
    [
      'more than 64 bits',
      { ...list, tables: [{ expirationTime: '9223372036854775808' }] },
      /must match format/,
    ],
    ['a refusal without its envelope', { error: 'no' }, /error/],
  ])('%s is found', (_, answer, expected) => {
    const status = 'error' in answer ? 403 : 200;
    const url = '/bigquery/v2/projects/p/datasets/d/tables';
    const seen = { method: 'GET', url, status, body: JSON.stringify(answer) };
    expect(faultOf(seen)).toMatch(expected);
  });
});

/** The names in a mask that a schema does not have. */
function unknownMembers(
  document: DiscoveryDocument,
  { $ref, items, ...own }: DiscoverySchema,
  mask: Mask,
): string[] {
  if (items) return unknownMembers(document, items, mask);
  const { properties = {} } = $ref === undefined ? own : (document.schemas[$ref] ?? {});
  if (mask === true) return [];
  return [...mask].flatMap(([name, below]) => {
    const member = properties[name];
    return member ? unknownMembers(document, member, below) : [name];
  });
}
