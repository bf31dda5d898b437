import { notFound } from '../http/google-refusal.ts';
import type { Accounts } from './accounts.ts';

/** What https://www.googleapis.com/robot/v1/metadata/x509/EMAIL lists: the certificate of each living key. */
export function publishedCertificates(accounts: Accounts, email: string): Record<string, string> {
  const account = accounts.account(email);
  if (!account || account.state === 'deleted') throw notFound(`Service account ${email}`);
  return Object.fromEntries(account.keys.map(({ keyId, certificate }) => [keyId, certificate]));
}
