import type { RequestListener } from 'node:http';
import {
  type AskOverRest,
  restListener,
  type RunningRest,
  serveOverRest,
} from '../rpc/rest-front.ts';
import type { Askable } from './secret-manager.ts';
import { transcode } from './transcode.ts';

const states = { ENABLED: 1, DISABLED: 2, DESTROYED: 3 };
type State = keyof typeof states;

/** Secret Manager's REST API; paths begin at Google's root. */
export function secretManagerListener(secretManager: Askable): RequestListener {
  return restListener(askOverRest(secretManager));
}

/** On a free port of this machine alone, without TLS. */
export async function serveSecretManagerOverRest(secretManager: Askable): Promise<RunningRest> {
  return serveOverRest(askOverRest(secretManager));
}

function askOverRest(secretManager: Askable): AskOverRest {
  return async (method, url, body) => {
    const asked = transcode(method, url, body);
    const given = await secretManager.ask(asked.operation, asked.request);
    const numeric = url.searchParams.get('$alt')?.includes('enum-encoding=int') === true;
    return numeric ? withNumbers(given) : given;
  };
}

/** `$alt=json;enum-encoding=int`, which Google's clients ask for. A label may be called `state`, and stays a word. */
function withNumbers(given: { state?: State; versions?: { state?: State }[] }): object {
  const { state, versions } = given;
  return {
    ...given,
    ...(state && { state: states[state] }),
    ...(versions && { versions: versions.map(withNumbers) }),
  };
}
