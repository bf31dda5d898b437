import { grant, line } from '../../../../shared/validation/remedies/grant.ts';
import { emailIn, grantsFor, named } from './instructions.ts';
import type { Wanted } from './wanted.ts';

export interface Removal {
  /** The keys of the account, with their ids. */
  list: string;
  /** Ends one key; the id is the reader's to fill in. */
  remove: string;
  /** Ends the account, and with it all that it may do. */
  removeAll: string;
}

/** How a key is ended, or everything that was made for it. */
export function removal(wanted: Wanted): Removal {
  const all = named(wanted);
  const { project } = all;
  const email = emailIn(project);
  const accounts = ['gcloud', 'iam', 'service-accounts'];
  const ofProject = `--project=${project}`;
  const ofAccount = [`--iam-account=${email}`, ofProject];
  const grants = grantsFor(all).flatMap(({ role, on }) => {
    const { gcloud, bq } = grant(role, email, on);
    return [gcloud && taken(gcloud), bq && revoked(bq)].filter((each) => each !== undefined);
  });
  return {
    list: line(...accounts, 'keys', 'list', '--managed-by=user', ...ofAccount),
    remove: line(...accounts, 'keys', 'delete', 'KEY_ID', ...ofAccount),
    removeAll: [...grants, line(...accounts, 'delete', email, ofProject)].join('\n'),
  };
}

const taken = (command: string): string =>
  command.replace(' add-iam-policy-binding ', ' remove-iam-policy-binding ');

const revoked = (command: string): string =>
  command.replace("'GRANT ", "'REVOKE ").replace(' TO "', ' FROM "');
