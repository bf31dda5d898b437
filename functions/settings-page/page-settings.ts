/** The functions that the page calls. */
export const calledFunctions = [
  'browse-tables',
  'delete-connector',
  'list-connectors',
  'save-connector',
  'upload-key',
  'validate-connection',
] as const;

/** What the page is told of its deployment, and as what its policy lets it talk to. */
export interface PageSettings {
  /** Where the page itself lies: https://…/settings-page, or an origin alone. Without a slash at its end. */
  pageUrl: string;
  /** The functions lie below it, each under its name. Without a slash at its end. */
  functionsUrl: string;
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
  identities?: readonly string[];
}

/** The addresses of the functions that the page calls, by their names. */
export function functionAddresses({ functionsUrl }: PageSettings): Record<string, string> {
  return Object.fromEntries(calledFunctions.map((name) => [name, `${functionsUrl}/${name}`]));
}
