/** What the page is told of its deployment, and by nothing else (THREATS 49): the HTML carries it, and `config.json`. */
export interface Config {
  /** Where the page lies, without a slash at its end. */
  pageUrl: string;
  /** The functions' addresses, by name. */
  functions: Record<string, string>;
  signIn: {
    issuer: string;
    clientId: string;
    scope: string;
    authorizationEndpoint: string;
    tokenEndpoint: string;
    /** What this issuer wants to be told beside, such as an audience. */
    parameters?: Record<string, string>;
  };
  /** On a laptop alone: whom one may be. */
  identities?: string[];
}

export function readConfig(): Config {
  return JSON.parse(document.querySelector('#config')?.textContent ?? '') as Config;
}

/** The page's own folder, without a slash at its end: empty where it lies at the root. */
export const folderOf = ({ pageUrl }: Config): string =>
  new URL(pageUrl).pathname.replace(/\/$/, '');
