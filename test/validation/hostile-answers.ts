import fc from 'fast-check';

const hasOwnTraps = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const keys = [
  ...[
    'error',
    'errors',
    'reason',
    'message',
    'status',
    'code',
    'details',
    'metadata',
    'permission',
  ],
  ...[
    'errorResult',
    'insertErrors',
    'violations',
    'error_description',
    'uid',
    'type',
    'description',
  ],
  ...hasOwnTraps,
];
const words = [
  ...[
    'Access Denied: ',
    'Not found: ',
    'Table ',
    'project ',
    'permission to query table ',
    ' denied on ',
  ],
  ...[
    'bigquery.tables.getData',
    'TABLES_UPDATE_DATA',
    'a:b.c',
    '`a`.`b`.`c`',
    'projects/a/datasets/b',
  ],
  ...[
    '/tables/c',
    ' is not found',
    ' suspended',
    'billing ',
    'consumer ',
    'Already Exists: ',
    'gs://',
  ],
  ...[
    'vpcServiceControlsUniqueIdentifier: ',
    '"',
    '{',
    '[',
    '<html>',
    '\u202e',
    '\u0000',
    '\ud800',
    ' ',
  ],
  ...[
    'accessDenied',
    'notFound',
    'PERMISSION_DENIED',
    'invalid_grant',
    '😀',
    'a.',
    'a ',
    'a',
    'A_',
  ],
  ...hasOwnTraps,
];

const repeated = fc
  .tuple(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), fc.nat(1500))
  .map(([parts, times]) => parts.join('').repeat(times + 1));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join('')),
  repeated,
);
const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));

/** Bodies in the shapes of Google's, filled with anything; JSON, so that `__proto__` is a key like any other. */
export const hostileBody: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('value')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

export const deeplyNested = (depth: number): unknown =>
  JSON.parse(`${'{"error":['.repeat(depth)}${']}'.repeat(depth)}`);

/** The longest text that repeats each few words: what patterns with many ways to match are slow on. */
export const tediousTexts = words.flatMap((first) =>
  words.map((second) => (first + second).repeat(4000).slice(0, 4000)),
);
