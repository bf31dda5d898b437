import { type KeyCheck, newKeyFile } from './key-check.ts';

/** The names of members by what is wrong with them. */
export interface FieldFaults {
  missing: string[];
  illFormed: string[];
  foreign: string[];
  /** Blanks stood around them. */
  trimmed: string[];
  /** `client_x509_cert_url` names another account than `client_email`. */
  otherAccount?: boolean;
}

/** A3: every fault at once, under the cause of the worst. */
export function judgeFields({
  missing,
  illFormed,
  foreign,
  trimmed,
  otherAccount,
}: FieldFaults): KeyCheck {
  const faults: [cause: string, names: string[], one: string, more: string][] = [
    ['field-missing', missing, 'is missing', 'are missing'],
    ['field-ill-formed', illFormed, `has ${neverGiven}`, `have ${neverGiven}`],
    ['url-foreign', foreign, 'is not Google’s', 'are not Google’s'],
  ];
  const found = faults.filter(([, names]) => names.length > 0);
  const [worst] = found;
  if (worst) {
    const told = found.map(
      ([, names, one, more]) => `${names.join(', ')} ${names.length === 1 ? one : more}`,
    );
    return {
      id: 'A3',
      outcome: 'failed',
      cause: worst[0],
      detail: `The file was edited: ${told.join('; ')}. Please ${newKeyFile}.`,
      evidence: { missing, illFormed, foreign },
    };
  }
  if (otherAccount === true) {
    return {
      id: 'A3',
      outcome: 'warning',
      cause: 'accounts-differ',
      detail:
        'The file was edited: client_email and client_x509_cert_url name different accounts; if the account cannot be found, ask for the file as it was downloaded.',
    };
  }
  if (trimmed.length > 0) {
    return {
      id: 'A3',
      outcome: 'warning',
      cause: 'blanks-repaired',
      detail: `Blanks stood around ${trimmed.join(', ')}, and were dropped.`,
      evidence: { repairs: trimmed },
    };
  }
  const detail = 'The key file has all that it needs.';
  return { id: 'A3', outcome: 'passed', cause: 'complete', detail };
}

const neverGiven = 'a form that Google never gives';
