import type { Limits } from '../../limits/limits.ts';
import { deploymentVariables } from './deployment-variables.ts';
import type { KeyReplication } from './key-secret.ts';

/** What a deployment sets; README.md lists it for people. */
export interface Environment {
  projectId: string;
  /** The named database in Firestore. */
  database: string;
  replication: KeyReplication;
  tokenRules: {
    issuer: string;
    audience: string;
    tokenTypes: string[];
    workspaceClaim: string;
    roleClaim: string;
  };
  jwksUri: string;
  /** Origins of web pages that may call. */
  origins: string[];
  /** 256 bits, under which page tokens are sealed. */
  pageTokenKey: Uint8Array;
  limits: Limits;
}

/** Gives what the variables say, or tells every variable that is missing or wrong, and what it must be. */
export function readEnvironment(
  env: Record<string, string | undefined>,
  refuse: (sentences: string[]) => never,
): Environment {
  const read = deploymentVariables.safeParse(env, { error: () => 'is missing' });
  if (!read.success) {
    return refuse(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  const set = read.data;
  return {
    projectId: set.GOOGLE_CLOUD_PROJECT,
    database: set.FIRESTORE_DATABASE,
    replication: replicationOf(set.SECRET_REGIONS, set.SECRET_KMS_KEYS),
    tokenRules: {
      issuer: set.TOKEN_ISSUER,
      audience: set.TOKEN_AUDIENCE,
      tokenTypes: set.TOKEN_TYPES,
      workspaceClaim: set.TOKEN_WORKSPACE_CLAIM,
      roleClaim: set.TOKEN_ROLE_CLAIM,
    },
    jwksUri: set.TOKEN_JWKS_URI,
    origins: set.PAGE_ORIGINS,
    pageTokenKey: Buffer.from(set.PAGE_TOKEN_KEY, 'hex'),
    limits: {
      uploadsAMinute: set.LIMIT_UPLOADS_A_MINUTE,
      validationsAMinute: set.LIMIT_VALIDATIONS_A_MINUTE,
      accountsADay: set.LIMIT_ACCOUNTS_A_DAY,
      pendingKeys: set.LIMIT_PENDING_KEYS,
      connectors: set.LIMIT_CONNECTORS,
    },
  };
}

function replicationOf(regions: string[], kmsKeys: string[]): KeyReplication {
  if (regions.length === 0) return 'automatic';
  return regions.map((region, place) => {
    const kmsKey = kmsKeys[place];
    return kmsKey === undefined ? { region } : { region, kmsKey };
  });
}
