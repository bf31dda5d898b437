import * as z from 'zod';
import { issuerSecrets } from './issuer-secrets.ts';
import { commandLineClient } from './local-issuer.ts';

export interface WantedToken {
  origin: string;
  stateFolder: string;
  workspace: string;
  role: string;
}

const answer = z.object({
  access_token: z.string().optional(),
  error_description: z.string().optional(),
});

/** An access token of the local issuer (RFC 6749 §4.4), by the secret that lies in the state folder. */
export async function fetchToken({
  origin,
  stateFolder,
  workspace,
  role,
}: WantedToken): Promise<string> {
  const { clientSecret } = await issuerSecrets(stateFolder);
  const credentials = Buffer.from(`${commandLineClient}:${clientSecret}`).toString('base64');
  const response = await fetch(`${origin}/issuer/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', workspace, role }),
  });
  const { access_token: token, error_description: why } = answer.parse(await response.json());
  if (token === undefined)
    throw new Error(`No token: ${why ?? `status ${String(response.status)}`}.`);
  return token;
}
