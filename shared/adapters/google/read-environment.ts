import type { Limits } from '../../limits/limits.ts';
import { deploymentVariables, itemsOf, usualVariables } from './deployment-variables.ts';
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
  const given = Object.entries(env).filter(([, text]) => text !== undefined);
  const read = deploymentVariables.safeParse({ ...usualVariables, ...Object.fromEntries(given) });
  if (!read.success) {
    return refuse(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  const set = read.data;
  return {
    projectId: set.GOOGLE_CLOUD_PROJECT,
    database: set.FIRESTORE_DATABASE,
    replication: replicationOf(itemsOf(set.SECRET_REGIONS), itemsOf(set.SECRET_KMS_KEYS)),
    tokenRules: {
      issuer: set.TOKEN_ISSUER,
      audience: set.TOKEN_AUDIENCE,
      tokenTypes: itemsOf(set.TOKEN_TYPES),
      workspaceClaim: set.TOKEN_WORKSPACE_CLAIM,
      roleClaim: set.TOKEN_ROLE_CLAIM,
    },
    jwksUri: set.TOKEN_JWKS_URI,
    origins: itemsOf(set.PAGE_ORIGINS),
    pageTokenKey: Buffer.from(set.PAGE_TOKEN_KEY, 'hex'),
    limits: {
      uploadsAMinute: Number(set.LIMIT_UPLOADS_A_MINUTE),
      validationsAMinute: Number(set.LIMIT_VALIDATIONS_A_MINUTE),
      editsAMinute: Number(set.LIMIT_EDITS_A_MINUTE),
      browsesAMinute: Number(set.LIMIT_BROWSES_A_MINUTE),
      accountsADay: Number(set.LIMIT_ACCOUNTS_A_DAY),
      pendingKeys: Number(set.LIMIT_PENDING_KEYS),
      keys: Number(set.LIMIT_KEYS),
      connectors: Number(set.LIMIT_CONNECTORS),
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
