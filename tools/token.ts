import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchToken } from './local-service/fetch-token.ts';

/** Prints an access token of the local issuer, for curl: `npm run --silent token -- --workspace demo --role editor`. */
try {
  const { values } = parseArgs({
    options: {
      workspace: { type: 'string', default: 'demo' },
      role: { type: 'string', default: 'editor' },
    },
  });
  const stateFolder = resolve(process.env.LOCAL_STATE ?? '.local');
  const origin = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;
  if (!existsSync(join(stateFolder, 'issuer.json'))) throw notRunning();
  console.log(
    await fetchToken({ origin, stateFolder, ...values }).catch((error: unknown) => {
      throw error instanceof TypeError ? notRunning() : error; // fetch found nobody there
    }),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function notRunning(): Error {
  return new Error('Start the service first: npm start (with the same PORT and LOCAL_STATE).');
}
