import { constructSettings, type ClientConfig } from './construct-settings.ts';
import type { CallSettings } from './call-settings.ts';
import { type Descriptor, lookUp } from './descriptors.ts';
import type { Target } from './exchange.ts';
import { insecure } from './insecure-credentials.ts';
import { isRecord } from './is-record.ts';
import { type HeaderSource, metadataTokens } from './metadata-tokens.ts';
import { type Service, serviceStub, type ServiceStub } from './service-stub.ts';
import { version } from './version.ts';

export interface GrpcClientOptions {
  auth?: HeaderSource;
  authClient?: HeaderSource;
  servicePath?: string;
  port?: number | string;
  protocol?: string;
  sslCreds?: unknown;
}

/** One for all clients of a function: they are the same account. */
const ownTokens = metadataTokens();
const nobody: HeaderSource = { getRequestHeaders: () => ({}) };

/** What a generated client is built on. The name is google-gax's. */
export class GrpcClient {
  readonly auth: HeaderSource;
  readonly grpcVersion = version;

  constructor({ auth, authClient }: GrpcClientOptions = {}) {
    this.auth = auth ?? authClient ?? ownTokens;
  }

  /** The descriptors with what a client looks up in them, by name or by path. */
  loadProtoJSON(root: Descriptor): { lookupService: (path: string) => Service } & object {
    const lookupService = (path: string): Service => {
      const found = lookUp(root, path, '');
      if (!found?.descriptor.methods) throw new TypeError(`The bundle lacks the service ${path}`);
      return { root, ...found };
    };
    return Object.assign(servicesByPath(root, root, ''), { lookupService });
  }

  constructSettings(
    service: string,
    config: ClientConfig,
    overrides: ClientConfig,
    headers: Record<string, string>,
  ): Record<string, CallSettings> {
    const settings = constructSettings(service, config, overrides);
    for (const method of Object.values(settings)) method.otherArgs = { headers };
    return settings;
  }

  async createStub(service: Service, options: GrpcClientOptions): Promise<ServiceStub> {
    const [host = '', ownPort] = (options.servicePath ?? '').split(':');
    const plain = options.protocol === 'http' || options.sslCreds === insecure;
    const target: Target = {
      protocol: plain ? 'http:' : 'https:',
      host,
      port: Number(options.port ?? ownPort ?? 443),
    };
    // The account's token goes to nobody in the clear: an emulator needs none.
    const auth = plain && this.auth === ownTokens ? nobody : this.auth;
    return serviceStub(service, target, auth);
  }
}

function servicesByPath(root: Descriptor, at: Descriptor, path: string): object {
  const inner = Object.entries(at.nested ?? {}).map(([name, descriptor]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const service = descriptor.methods && { root, path: place, descriptor };
    return [name, service ?? servicesByPath(root, descriptor, place)] as const;
  });
  return Object.fromEntries(inner.filter(([, found]) => isRecord(found)));
}
