import { type ServiceAccountKey, serviceAccountKey } from '../../schemas/service-account-key.ts';
import { completeFields } from './complete-fields.ts';
import { decodeText, mostFileBytes } from './decode-text.ts';
import { examinePrivateKey } from './examine-private-key.ts';
import { type KeyCheck, newKeyFile } from './key-check.ts';
import { otherKindOf, otherTextKindOf } from './other-credential-kinds.ts';
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
  const unwrapped = unwrapJson(decoded.text);
  if ('fault' in unwrapped) {
    const kind = otherTextKindOf(decoded.text);
    return stop(
      kind
        ? { id: 'A1', outcome: 'failed', ...kind }
        : unreadable(unwrapped.fault, unwrapped.position),
    );
  }
  const readable = readableCheck([...decoded.repairs, ...unwrapped.repairs]);
  const kind = otherKindOf(unwrapped.object);
  if (kind) return stop(readable, { id: 'A2', outcome: 'failed', ...kind });
  return readKey(unwrapped.object, readable);
}

function readKey(object: Record<string, unknown>, readable: KeyCheck): KeyReading {
  const type: KeyCheck = {
    id: 'A2',
    outcome: 'passed',
    cause: 'service-account',
    detail: 'The file is a service-account key.',
  };
  const { check: complete, fields } = completeFields(object);
  const examined =
    fields.private_key === undefined ? undefined : examinePrivateKey(fields.private_key);
  const checks = [readable, type, complete, examined?.check ?? skipped('A4')];
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

function readableCheck(repairs: string[]): KeyCheck {
  if (repairs.length === 0) {
    return { id: 'A1', outcome: 'passed', cause: 'readable', detail: 'The key file can be read.' };
  }
  return {
    id: 'A1',
    outcome: 'warning',
    cause: `${repairs[0] ?? ''}-repaired`,
    detail: `The file was not as Google gave it, and could be repaired: ${repairs.map((repair) => words[repair] ?? repair).join(', ')}.`,
    evidence: { repairs },
  };
}

const words: Record<string, string> = {
  'byte-order-mark': 'a byte order mark was dropped',
  'json-in-a-string': 'it was JSON within a JSON string',
  base64: 'it was encoded as base64',
  'smart-quotes': 'its quotes were typographic ones',
  'raw-line-breaks': 'line breaks stood inside a value',
  'text-around': 'there was text around it',
  'missing-braces': 'its outer braces were missing',
  'trailing-comma': 'it had a comma too many',
};

const sentences: Record<string, string> = {
  'empty-file': 'The file is empty: choose the key file that your browser downloaded.',
  'too-large': `The file has more than ${String(mostFileBytes)} bytes, which no key file has: choose the JSON key file.`,
  'utf-16':
    'The file was saved as UTF-16: save it as UTF-8, or choose the file as it was downloaded.',
  pkcs12: 'The file is a PKCS#12 key (.p12): ask for a key of type JSON instead.',
  zip: 'The file is an archive: unpack it and choose the key file in it.',
  pdf: 'The file is a PDF: choose the JSON key file.',
  'not-utf8': 'The file is not text: choose the JSON key file as it was downloaded.',
  binary: 'The file is not text: choose the JSON key file as it was downloaded.',
  'not-an-object':
    'The file is JSON, but no key file: choose the JSON key file as it was downloaded.',
  'too-deep': 'The file is JSON, but no key file: choose the JSON key file as it was downloaded.',
};

function unreadable(fault: string, position?: number): KeyCheck {
  const check = (detail: string): KeyCheck => ({
    id: 'A1',
    outcome: 'failed',
    cause: fault,
    detail,
    ...(position !== undefined && { evidence: { position } }),
  });
  const sentence = sentences[fault];
  if (sentence !== undefined) return check(sentence);
  const place = String(position ?? 0);
  if (fault === 'cut-off')
    return check(
      `The file breaks off after ${place} characters: download or copy it again, whole, or ${newKeyFile}.`,
    );
  if (fault === 'duplicate-member') {
    return check(
      `The file was edited: a member stands in it twice, the second time at character ${place}. Please ${newKeyFile}.`,
    );
  }
  return check(
    `The file is not a JSON key file; it cannot be read from character ${place} on. Please ${newKeyFile}.`,
  );
}
