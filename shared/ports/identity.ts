import type { ServiceAccountKey } from '../schemas/service-account-key.ts';
import type { Answer } from './answer.ts';

/** Google's sign-in for service accounts. */
export interface Identity {
  /** The account's published certificates: key id → PEM. */
  certificates(clientEmail: string, signal: AbortSignal): Promise<Answer<Record<string, string>>>;
  /** An access token for exactly this key (RFC 7523). */
  signIn(
    key: ServiceAccountKey,
    scopes: Scope[],
    signal: AbortSignal,
  ): Promise<Answer<AccessToken>>;
}

export type Scope = 'bigquery' | 'drive.readonly' | 'cloudplatformprojects.readonly';

/** A bearer token; it is in no answer, log line or record. */
export interface AccessToken {
  token: string;
}
