import { type ServiceAccountKey, serviceAccountKey } from '../../schemas/service-account-key.ts';
import { completeFields } from './complete-fields.ts';
import { decodeText } from './decode-text.ts';
import { examinePrivateKey } from './examine-private-key.ts';
import type { KeyCheck } from './key-check.ts';
import { otherKindOf } from './other-credential-kinds.ts';
import { documentKindOf, otherTextKindOf } from './other-text-kinds.ts';
import { readable, unreadable } from './readable-check.ts';
import { unwrapJson } from './unwrap-json.ts';

/** What the forensics found: an outcome for each of A1 to A4, and the key exactly if none failed. */
export interface KeyReading {
  key?: ServiceAccountKey;
  checks: KeyCheck[];
}

/**
 * Reads an uploaded key file as a stranger wrote it: nothing in it chooses a URL, a type or an option, and no word of it
 * is repeated. Never throws.
 */
export function readKeyFile(file: Uint8Array): KeyReading {
  const decoded = decodeText(file);
  if ('fault' in decoded) return stop(unreadable(decoded.fault));
  const { text } = decoded;
  const document = documentKindOf(text);
  if (document) return stop({ id: 'A1', outcome: 'failed', ...document });
  const unwrapped = unwrapJson(text);
  if ('fault' in unwrapped) {
    const kind = unwrapped.fault === 'not-json' ? otherTextKindOf(text) : undefined;
    return stop(
      kind ? { id: 'A1', outcome: 'failed', ...kind } : unreadable(unwrapped.fault, unwrapped),
    );
  }
  const readableCheck = readable([...decoded.repairs, ...unwrapped.repairs]);
  const kind = otherKindOf(unwrapped.object);
  if (kind) return stop(readableCheck, { id: 'A2', outcome: 'failed', ...kind });
  return readKey(unwrapped.object, readableCheck);
}

function readKey(object: Record<string, unknown>, readableCheck: KeyCheck): KeyReading {
  const type: KeyCheck = {
    id: 'A2',
    outcome: 'passed',
    cause: 'service-account',
    detail: 'The file is a service-account key.',
  };
  const { check: complete, fields } = completeFields(object);
  const examined =
    fields.private_key === undefined ? undefined : examinePrivateKey(fields.private_key);
  const checks = [readableCheck, type, complete, examined?.check ?? skipped('A4')];
  const key = serviceAccountKey.safeParse({
    projectId: fields.project_id,
    privateKeyId: fields.private_key_id,
    privateKey: examined?.pem,
    clientEmail: fields.client_email,
    ...(fields.client_id !== undefined && { clientId: fields.client_id }),
  });
  const whole = checks.every(({ outcome }) => outcome === 'passed' || outcome === 'warning');
  return whole && key.success ? { key: key.data, checks } : { checks };
}

/** The checks after one that failed cannot run. */
function stop(...checks: KeyCheck[]): KeyReading {
  const rest = (['A1', 'A2', 'A3', 'A4'] as const).slice(checks.length);
  return { checks: [...checks, ...rest.map((id) => skipped(id))] };
}

function skipped(id: KeyCheck['id']): KeyCheck {
  return {
    id,
    outcome: 'skipped',
    cause: 'not-run',
    detail: 'Not run, since the file could not be read so far.',
  };
}
