import { expect, test } from 'vitest';
import { noteDefect } from '../../shared/validation/note-troubles.ts';
import { noteUnannounced } from '../../shared/announcing/note-delivery.ts';
import { logDefect, logWarning } from '../../shared/http/log.ts';
import { PermissionDenied } from '../../shared/problems/permission-denied.ts';
import { withholdBodies } from '../../shared/http/withhold-bodies.ts';
import { sampleEvent } from '../support/sample-events.ts';
import { quietLog } from '../support/quiet-log.ts';

test('a denied permission is logged with what to grant and where', () => {
  const lines = quietLog();
  const resource = 'projects/connectors';

  logDefect(new PermissionDenied('secretmanager.secrets.create', resource), { status: 500 });

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    severity: 'ERROR',
    facts: {
      status: 500,
      error: 'PermissionDenied',
      permission: 'secretmanager.secrets.create',
      resource,
    },
  });
});

test('of another error nothing is logged but its name and places, whatever hangs on it', () => {
  const lines = quietLog();
  const error = Object.assign(new Error('said'), { facts: { token: 'ya29' }, permission: 'p' });

  logDefect(error, {});

  expect(lines[0]).not.toMatch(/said|ya29|permission/);
});

const secret = '-----BEGIN PRIVATE KEY-----\nMARK+MARK/MARK';
const madeUp: [string, object][] = [
  ['its message', {}],
  ['its name', { name: 'MARK+MARK/MARK' }],
  ['its name, which might be a word', { name: 'MARKmarkMARKmark' }],
  ['its stack', { stack: `Error: no\n    at ${secret}\n    at MARK (MARK)\n    at MARKMARK` }],
  ['no texts at all', { name: Symbol('MARK'), stack: ['    at MARK'] }],
  ['its cause', { cause: new Error(secret) }],
];

test.each(madeUp)(
  'THREATS 54: a secret in an error is not logged, nor in a warning: %s',
  (_, more) => {
    const lines = quietLog();
    const error = Object.assign(new Error(`no\n    at ${secret}`), more);

    logDefect(error, {});
    logWarning(Object.assign(error, { code: 'MARK' }));
    const printer = { error: (...values: unknown[]) => lines.push(...values.map(String)) };
    withholdBodies(printer);
    printer.error(error);
    const note = (event: string, facts: object) => lines.push(event, JSON.stringify(facts));
    noteDefect(note, { check: 'B2' }, error);
    noteUnannounced(note, sampleEvent(), 1, error);

    expect(lines.join()).not.toMatch(/MARK|PRIVATE/);
  },
);

test('the places of a defect are logged, whichever way they are written', () => {
  const lines = quietLog();
  const places = [
    '    at work (file:///srv/function.cjs:10:2)',
    '    at async Promise.all (index 0)',
    '    at async Object.handle [as run] (/workspace/index.cjs:3:1234)',
    '    at new Store (/workspace/index.cjs:3:1)',
    '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
    '    at /workspace/index.cjs:3:1',
    '    at async file:///srv/function.cjs:10:2',
  ];

  logDefect(
    Object.assign(new TypeError('no'), { stack: ['TypeError: no', ...places].join('\n') }),
    {},
  );

  const { facts } = JSON.parse(lines[0] ?? '') as { facts: Record<string, string> };
  expect(facts.error).toBe('TypeError');
  expect(facts.at?.split('\n')).toEqual(places.filter((line) => !line.includes('index 0')));
});
