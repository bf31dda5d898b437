import { createPrivateKey } from 'node:crypto';
import type { Account, Accounts, PublishedKey } from '../identity/accounts.ts';
import { certificate, type Validity } from '../identity/certificate.ts';
import { sampleKeys } from '../sample-keys.ts';
import type { Holder } from './sample-key.ts';
import type { KeyRing, RingKey } from './key-ring.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The sample accounts, as Google knows them: living or not, and with which keys. */
export function accountsOf(ring: KeyRing, now: Date): Accounts {
  const accounts = new Map<string, Account>();
  for (const { file, holder } of sampleKeys) {
    const keys = ring.get(file);
    if (!holder || !keys) continue;
    const { email, state = 'living' } = holder;
    accounts.set(email, { email, state, keys: publishedKeys(holder, keys, now) });
  }
  return {
    account: (email) => accounts.get(email),
    put(account) {
      accounts.set(account.email, account);
    },
  };
}

function publishedKeys(
  { email, certificate: published = 'years' }: WithCertificate,
  { key, successor }: { key: RingKey; successor: RingKey },
  now: Date,
): PublishedKey[] {
  const signed = ({ keyId, privateKey }: RingKey, validity: Validity): PublishedKey => ({
    keyId,
    certificate: certificate(createPrivateKey(privateKey), email, validity),
  });
  const years = { notBefore: new Date(now.getTime() - 30 * dayMs), notAfter: forever };
  switch (published) {
    case 'years':
      return [signed(key, years)];
    case 'withdrawn':
      return [signed(successor, years)];
    case 'of-another-key':
      return [signed({ ...successor, keyId: key.keyId }, years)];
    case 'twelve-days':
      return [signed(key, { ...years, notAfter: new Date(now.getTime() + 12.5 * dayMs) })];
    case 'expired':
      return [signed(key, { ...years, notAfter: new Date(now.getTime() - 2 * dayMs) })];
  }
}

type WithCertificate = Pick<Holder, 'email'> & { certificate?: Holder['certificate'] | 'years' };

/** What Google writes where a key has no date of expiry. */
const forever = new Date('9999-12-31T23:59:59Z');
