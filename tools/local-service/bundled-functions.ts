import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { deployedFunctions, issuerHost } from '../deployed-service/deployed-functions.ts';
import { handOn } from '../deployed-service/google-front.ts';
import { audience, type IssuerSecrets, localIssuer } from './local-issuer.ts';
import type { ServedFunctions } from './served-functions.ts';
import type { LocalSettings } from './settings.ts';

export interface Bundled extends LocalSettings {
  sandbox: Sandbox;
  secrets: IssuerSecrets;
}

const dist = 'dist';

/** The bundles of `npm run build`, each in a process of its own; here they only get their requests. */
export async function bundledFunctions(options: Bundled): Promise<ServedFunctions> {
  const { sandbox, secrets, limits } = options;
  const issuer = localIssuer(`https://${issuerHost}`, secrets);
  const deployed = await deployedFunctions({
    dist,
    sandbox,
    audience,
    limits,
    origins: ['https://app.example'],
    issuer: (httpRequest, httpResponse) => {
      httpRequest.url = (httpRequest.url ?? '').replace(/^\/issuer/, '');
      issuer(httpRequest, httpResponse);
    },
  });
  return {
    issuer,
    listeners: new Map(deployed.functions.map(({ name, port }) => [name, handOn(port)])),
    close: deployed.close,
  };
}
