/** Stands in a bundle in the place of the package of this name: a token that is given, and nothing that looks for one. */
export class OAuth2Client {
  #token = '';

  setCredentials({ access_token: token }: { access_token: string }): void {
    this.#token = token;
  }

  authorize<Options extends { headers?: Record<string, string> }>(options: Options): Options {
    return { ...options, headers: { ...options.headers, authorization: `Bearer ${this.#token}` } };
  }
}

/** What @google-cloud/common puts around a client that it is given. */
export class GoogleAuth {
  readonly #client: OAuth2Client;

  constructor({ authClient }: { authClient: OAuth2Client }) {
    this.#client = authClient;
  }

  async authorizeRequest<Options extends { headers?: Record<string, string> }>(
    options: Options,
  ): Promise<Options> {
    return this.#client.authorize(options);
  }

  async getCredentials(): Promise<never> {
    throw new Error('There are no credentials: a token was given.');
  }

  async getProjectId(): Promise<never> {
    throw new Error('Every call names its project: none is looked for.');
  }
}
