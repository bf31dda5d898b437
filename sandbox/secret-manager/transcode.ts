import { GoogleStatus } from '../rpc/google-status.ts';
import type { Operation } from './secret-manager.ts';

export interface AskedOverRest {
  operation: Operation;
  request: object;
}

type Fill = (name: string, query: Record<string, string>, body: object) => object;
type Rule = [operation: Operation, method: string, path: RegExp, fill: Fill];

const secret = 'projects/[^/:]+/secrets/[^/:]+';
const path = (source: string) => new RegExp(`^/v1/${source}$`);
const named: Fill = (name, query, body) => ({ ...query, ...body, name });
const under: Fill = (parent, query, body) => ({ ...query, ...body, parent });

/** The http rules of service.proto. */
const rules: Rule[] = [
  [
    'createSecret',
    'POST',
    path('(projects/[^/:]+)/secrets'),
    (parent, query, body) => ({ ...query, parent, secret: body }),
  ],
  ['listSecrets', 'GET', path('(projects/[^/:]+)/secrets'), under],
  ['getSecret', 'GET', path(`(${secret})`), named],
  [
    'updateSecret',
    'PATCH',
    path(`(${secret})`),
    (name, query, body) => ({ ...query, secret: { ...body, name } }),
  ],
  ['deleteSecret', 'DELETE', path(`(${secret})`), named],
  ['addSecretVersion', 'POST', path(`(${secret}):addVersion`), under],
  ['listSecretVersions', 'GET', path(`(${secret})/versions`), under],
  ['getSecretVersion', 'GET', path(`(${secret}/versions/[^/:]+)`), named],
  ['accessSecretVersion', 'GET', path(`(${secret}/versions/[^/:]+):access`), named],
  ['enableSecretVersion', 'POST', path(`(${secret}/versions/[^/:]+):enable`), named],
  ['disableSecretVersion', 'POST', path(`(${secret}/versions/[^/:]+):disable`), named],
  ['destroySecretVersion', 'POST', path(`(${secret}/versions/[^/:]+):destroy`), named],
];

/** Which operation is meant by a method and a path, and its request put together again. */
export function transcode(method: string, url: URL, body: unknown): AskedOverRest {
  const members = typeof body === 'object' && body !== null ? body : {};
  for (const [operation, wanted, pattern, fill] of rules) {
    const name = wanted === method ? pattern.exec(url.pathname)?.[1] : undefined;
    if (name === undefined) continue;
    const query = Object.fromEntries(url.searchParams);
    return { operation, request: fill(decodeURIComponent(name), query, members) };
  }
  throw new GoogleStatus('NOT_FOUND', `The sandbox does not know ${method} ${url.pathname}.`);
}
