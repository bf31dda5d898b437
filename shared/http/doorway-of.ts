import { issuerKeys } from './issuer-keys.ts';
import { pageTokens } from './page-token.ts';
import type { Doorway } from './serve.ts';
import { callerVerifier, type TokenRules } from './verify-caller.ts';

export interface DoorwaySettings {
  tokenRules: TokenRules;
  jwksUri: string;
  origins: readonly string[];
  /** 256 bits. */
  pageTokenKey: Uint8Array;
}

/** What every function of one deployment has in common, from what the deployment says. */
export function doorwayOf(settings: DoorwaySettings, now: () => Date): Doorway {
  return {
    verifyCaller: callerVerifier(settings.tokenRules, issuerKeys(settings.jwksUri), now),
    origins: settings.origins,
    pageTokens: pageTokens(settings.pageTokenKey),
  };
}
