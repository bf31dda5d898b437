import type { GoogleCircuit } from '../../shared/limits/google-circuit.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { GooglePorts } from '../../shared/validation/facts.ts';

export interface CheckConnectorPorts extends GooglePorts {
  keys: Pick<KeyVault, 'read' | 'keep' | 'expire'>;
  connectors: Pick<
    ConnectorStore,
    'connector' | 'connectorsOfKey' | 'belongings' | 'transaction' | 'announcements' | 'announced'
  >;
  announcer: Announcer;
  /** One for all checks of an instance. */
  circuit: GoogleCircuit;
  stamps: Stamps;
}
