import type { KnownAnswer } from './known-answers.ts';

type Change = (answer: KnownAnswer) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of a body, innermost first. */
function eachObject(
  value: unknown,
  change: (object: Record<string, unknown>) => Record<string, unknown>,
): unknown {
  if (Array.isArray(value)) return value.map((item) => eachObject(item, change));
  if (!isObject(value)) return value;
  return change(
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, eachObject(inner, change)]),
    ),
  );
}

const eachMessage = (body: unknown, change: (message: string) => string): unknown =>
  eachObject(body, (object) => {
    const changed = { ...object };
    for (const key of ['message', 'error_description']) {
      const message = object[key];
      if (typeof message === 'string') changed[key] = change(message);
    }
    return changed;
  });

const eachError = (body: unknown, more: (error: Record<string, unknown>) => object): unknown =>
  eachObject(body, (object) => ('message' in object ? { ...object, ...more(object) } : object));

/** In all of it, e-mails and lists of details too. */
function renamed(body: unknown, names: [from: RegExp, to: string][]): unknown {
  const text = names.reduce((all, [from, to]) => all.replace(from, to), JSON.stringify(body));
  return JSON.parse(text) as unknown;
}

const sinceTable = /\bcontacts\b/g;
const aProject = /\bacme-(?:analytics|warehouse)\b/g;
const withoutAccount = /\b(User|user) does not have\b/g;

const without = (body: unknown, key: string): unknown =>
  eachObject(body, (object) => {
    const { [key]: _, ...rest } = object;
    return 'message' in object ? rest : object;
  });

/** Where the status' word says as much as the reason. */
const isPlain = ({ body }: KnownAnswer) =>
  /"reason":"(?:accessDenied|notFound)"/.test(JSON.stringify(body)) &&
  /"status":"(?:PERMISSION_DENIED|NOT_FOUND)"/.test(JSON.stringify(body));

/** What differs between two answers of one kind: Google's wording over the years, and who is asked about what. */
export const variations: Record<string, Change> = {
  'another project, dataset, table and account': ({ body }) =>
    renamed(body, [
      [/\breader@/g, 'sync-2@'],
      [/\bcrm\b/g, 'Sales_EU_2'],
      [sinceTable, 'kunden_20240101'],
      [aProject, 'beispiel-4711'],
    ]),
  'a project of a domain': ({ body }) =>
    renamed(body, [
      [/@acme-(?:analytics|warehouse)\./g, '@beispiel.example.com.'],
      [aProject, 'example.com:beispiel'],
    ]),
  "names that are words of Google's": ({ body }) =>
    renamed(body, [
      [/\bcrm\b/g, 'quota_exceeded'],
      [sinceTable, 'deleted_project_is_not_found'],
      [aProject, 'billing-project'],
    ]),
  'a table in another script': ({ body }) =>
    renamed(body, [[sinceTable, 'Kundenübersicht_顧客-一覧']]),
  'a full stop at its end, or none': ({ body }) =>
    eachMessage(body, (message) => (message.endsWith('.') ? message.slice(0, -1) : `${message}.`)),
  '"Not Found" for "Not found" and the other way round': ({ body }) =>
    eachMessage(body, (message) =>
      message.replace(/\bNot (f|F)ound:/, (_, f) => `Not ${f === 'f' ? 'F' : 'f'}ound:`),
    ),
  'where in a query': ({ operation, body }) =>
    operation.startsWith('jobs.') ? eachMessage(body, (message) => `${message} at [2:1]`) : body,
  'the account in its sentence': ({ body }) =>
    eachMessage(body, (message) =>
      message.replace(
        withoutAccount,
        'The user sync-2@beispiel-4711.iam.gserviceaccount.com does not have',
      ),
    ),
  'lines instead of spaces': ({ body }) =>
    eachMessage(body, (message) => message.replaceAll(' ', '\r\n  ')),
  'the place of the error': ({ body }) =>
    eachError(body, ({ reason }) =>
      reason === undefined ? {} : { location: 'query', locationType: 'other', debugInfo: '[X] …' },
    ),
  'no status': ({ body, httpStatus }) =>
    httpStatus >= 400 && JSON.stringify(body).includes('"reason"') ? without(body, 'status') : body,
  'no list of errors': (answer) => (isPlain(answer) ? without(answer.body, 'errors') : answer.body),
  'another order of keys': ({ body }) =>
    eachObject(body, (object) => Object.fromEntries(Object.entries(object).reverse())),
  'more details': ({ body }) =>
    eachError(body, ({ status, details }) =>
      status === undefined
        ? {}
        : {
            details: [
              { '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId: 'a1b2' },
              {
                '@type': 'type.googleapis.com/google.rpc.Help',
                links: [{ url: 'https://x.example' }],
              },
              ...(Array.isArray(details) ? (details as unknown[]) : []),
            ],
          },
    ),
  'more fields': ({ body }) =>
    isObject(body) ? { ...body, requestId: 'a1b2', extra: null } : body,
  'JSON as text': ({ body }) =>
    isObject(body) && isObject(body.error) ? JSON.stringify(body) : body,
};
