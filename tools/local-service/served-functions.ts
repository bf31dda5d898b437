import type { RequestListener } from 'node:http';

/** The functions by their names, wherever they run. */
export interface ServedFunctions {
  listeners: Map<string, RequestListener>;
  /** The page, where it is not served in this process. */
  page?: RequestListener;
  /** Who signs their callers' tokens, where it is not the issuer of this origin. */
  issuer?: RequestListener;
  close: () => Promise<void>;
}

/** Where the service is reached. */
export interface Place {
  origin: string;
  /** The same by its number: a name may not be found. */
  loopback: string;
  /** Web pages of these may call. */
  origins: string[];
}
