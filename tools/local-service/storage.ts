import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';

/** Where the service keeps its records and keys while it runs in this process. */
export interface Storage {
  keys: KeyVault;
  connectors: ConnectorStore;
  close: () => Promise<void>;
}
