/** A service account and the public halves of its keys. */
export interface Account {
  email: string;
  state: 'living' | 'disabled' | 'deleted';
  keys: PublishedKey[];
}

export interface PublishedKey {
  keyId: string;
  /** PEM, as Google lists it. */
  certificate: string;
}

export interface Accounts {
  account(email: string): Account | undefined;
  put(account: Account): void;
}

/** Who calls: an account by way of an access token, and what that token may be used for. */
export interface Caller {
  email: string;
  scopes: ReadonlySet<string>;
}
