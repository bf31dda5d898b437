/** What the page is told by its own function, `config.json`: from the deployment, and from nowhere else (THREATS 49). */
export interface Config {
  /** The functions' addresses, by name. */
  functions: Record<string, string>;
  signIn: {
    issuer: string;
    clientId: string;
    scope: string;
    authorizationEndpoint: string;
    tokenEndpoint: string;
    endSessionEndpoint?: string;
    /** What this issuer wants beside, such as an audience. */
    parameters?: Record<string, string>;
  };
  /** On a laptop alone: whom one may be. */
  identities?: string[];
}

/** The one link that the HTML carries to it; what is before its name is the page's own folder. */
const address = (): URL => {
  const link = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
  return new URL(link?.href ?? '/config.json', location.href);
};

/** The page's own folder, without a slash at its end: empty where it lies at the root. */
export function basePath(): string {
  return address().pathname.replace(/\/config\.json$/, '');
}

export async function readConfig(): Promise<Config> {
  const answer = await fetch(address(), { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`config.json answered ${String(answer.status)}`);
  return (await answer.json()) as Config;
}
