import { expect, test } from 'vitest';
import { logDefect } from '../../shared/http/log.ts';
import { PermissionDenied } from '../../shared/problems/permission-denied.ts';
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
