/** What the page is told of its deployment: as JSON under `config.json`, and as what its policy lets it talk to. */
export interface PageSettings {
  /** Where the page itself lies: https://…/settings-page, or an origin alone. Without a slash at its end. */
  pageUrl: string;
  /** The functions' addresses by their names. */
  functions: Record<string, string>;
  signIn: {
    issuer: string;
    clientId: string;
    scope: string;
    authorizationEndpoint: string;
    tokenEndpoint: string;
    endSessionEndpoint?: string;
    parameters?: Record<string, string>;
  };
  /** On a laptop alone: whom one may be. */
  identities?: string[];
}
