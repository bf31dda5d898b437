import { join, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { commandLineClient, issuerSecrets } from './local-service/local-issuer.ts';

/** Prints an access token of the local issuer, for curl: `npm run --silent token -- --workspace demo --role editor`. */
const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: 'demo' },
    role: { type: 'string', default: 'editor' },
  },
});

try {
  console.log(await token());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function token(): Promise<string> {
  const stateFolder = resolve(process.env.LOCAL_STATE ?? '.local');
  const port = process.env.PORT ?? '8080';
  if (!existsSync(join(stateFolder, 'issuer.json'))) throw new Error(notRunning());
  const { clientSecret } = await issuerSecrets(stateFolder);
  const response = await fetch(`http://127.0.0.1:${port}/issuer/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${commandLineClient}:${clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...values }),
  }).catch(() => {
    throw new Error(notRunning());
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined) {
    throw new Error(
      `No token: ${answer.error_description ?? `status ${String(response.status)}`}.`,
    );
  }
  return answer.access_token;
}

function notRunning(): string {
  return 'Start the service first: npm start (with the same PORT and LOCAL_STATE).';
}
