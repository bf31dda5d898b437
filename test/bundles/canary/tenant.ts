import { randomBytes } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import type { Sandbox } from '../../../sandbox/start-sandbox.ts';
import { certificate } from '../../../sandbox/identity/certificate.ts';
import { ofPrivateKey, ofWord, type Secret } from '../../support/canary/secret.ts';
import { keyFile, newPrivateKeyPem } from '../../support/make-key.ts';

/** A customer with a marked key, and with words of its own in all that is shown of it. */
export interface Tenant {
  workspace: string;
  name: string;
  dataset: string;
  table: string;
  email: string;
  pem: string;
  /** The text of its key file. */
  file: string;
  uniqueContactField: object;
  /** What no other tenant may read. */
  words: Secret[];
  key: Secret[];
}

const project = 'acme-analytics';
const never = new Date('9999-12-31T23:59:59Z');

/** Lower case and digits: what is folded stays what it is. */
const word = () => randomBytes(10).toString('hex');

export function newTenant({ world, access, accounts }: Sandbox): Tenant {
  const [workspace, name, dataset, table] = [
    `w${word()}`,
    `n${word()}`,
    `d${word()}`,
    `t${word()}`,
  ];
  const account = `a${word()}`;
  const email = `${account}@${project}.iam.gserviceaccount.com`;
  const pem = newPrivateKeyPem();
  const file = { ...keyFile(), client_email: email, private_key: pem };
  const validity = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: never };
  const published = certificate(createPrivateKey(pem), email, validity);
  const keys = [{ keyId: file.private_key_id, certificate: published }];
  accounts.put({ email, state: 'living', keys });
  const at = new Date();
  world.putDataset({ project, dataset, location: 'US', createdAt: at });
  const rows = Array.from({ length: 200 }, (_, row) => [`reader${String(row)}@example.com`]);
  world.put({
    ...{ project, dataset, table, kind: 'TABLE', createdAt: at, modifiedAt: at },
    fields: [{ name: 'email', type: 'STRING', mode: 'NULLABLE' }],
    rows: () => rows,
  });
  for (const role of ['roles/bigquery.dataEditor'])
    access.grant({ account: email, role, project, dataset });
  access.grant({ account: email, role: 'roles/bigquery.jobUser', project });
  const words = { workspace, name, dataset, table, account };
  return {
    ...{ workspace, name, dataset, table, email, pem },
    file: JSON.stringify(file, undefined, 2),
    uniqueContactField: { dataset, table, column: 'email', contactKey: { type: 'email' } },
    words: Object.entries(words).flatMap(([what, text]) => ofWord(`another’s ${what}`, text)),
    key: ofPrivateKey(pem),
  };
}
