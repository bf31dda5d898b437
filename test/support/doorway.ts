import { pageTokens } from '../../shared/http/page-token.ts';
import type { Doorway } from '../../shared/http/serve.ts';
import { verifier } from './issuer.ts';

export const pageOrigin = 'https://app.example';

export const doorway: Doorway = {
  verifyCaller: verifier,
  origins: [pageOrigin],
  pageTokens: pageTokens(new Uint8Array(32).fill(7)),
};
