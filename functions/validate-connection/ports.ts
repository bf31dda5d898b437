import type { Limits } from '../../shared/limits/limits.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { Identity } from '../../shared/ports/identity.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { ProjectPermissions } from '../../shared/ports/project-permissions.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { OpenWarehouse } from '../../shared/ports/warehouse.ts';

export interface ValidateConnectionPorts {
  keys: Pick<KeyVault, 'read'>;
  connectors: Pick<ConnectorStore, 'key' | 'connector' | 'connectorsOfKey' | 'transaction'>;
  identity: Identity;
  openWarehouse: OpenWarehouse;
  projectPermissions: ProjectPermissions;
  stamps: Stamps;
  limits: Limits;
}
