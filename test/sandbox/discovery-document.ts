import { readFileSync } from 'node:fs';

/** Google's description of an API, as far as answers are held to it (https://developers.google.com/discovery/v1/reference/apis). */
export interface DiscoveryDocument {
  servicePath: string;
  schemas: Record<string, DiscoverySchema>;
  resources: Record<string, DiscoveryResource>;
}

export interface DiscoverySchema {
  $ref?: string;
  type?: string;
  format?: string;
  default?: string;
  pattern?: string;
  enum?: string[];
  properties?: Record<string, DiscoverySchema>;
  additionalProperties?: DiscoverySchema;
  items?: DiscoverySchema;
}

interface DiscoveryResource {
  methods?: Record<string, DiscoveryMethod>;
  resources?: Record<string, DiscoveryResource>;
}

export interface DiscoveryMethod {
  id: string;
  httpMethod: string;
  flatPath: string;
  response?: { $ref: string };
  supportsMediaUpload?: boolean;
}

export function readDiscoveryDocument(path: string): DiscoveryDocument {
  return JSON.parse(readFileSync(path, 'utf8')) as DiscoveryDocument;
}

/** Whose method an HTTP request is. */
export function methodFinder({ servicePath, resources }: DiscoveryDocument) {
  const known = Object.values(resources)
    .flatMap(methodsOf)
    .map((method) => ({ method, pattern: patternOf(servicePath, method) }));
  return (httpMethod: string, path: string): DiscoveryMethod | undefined =>
    known.find(({ method, pattern }) => pattern.test(path) && mayBe(method, httpMethod, path))
      ?.method;
}

/** An upload in parts sends them by PUT. */
function mayBe(method: DiscoveryMethod, httpMethod: string, path: string): boolean {
  return method.httpMethod === httpMethod || (path.startsWith('/upload/') && httpMethod === 'PUT');
}

function methodsOf({ methods = {}, resources = {} }: DiscoveryResource): DiscoveryMethod[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(methodsOf)];
}

function patternOf(servicePath: string, { flatPath, supportsMediaUpload }: DiscoveryMethod) {
  const upload = supportsMediaUpload === true ? '(?:/upload)?' : '';
  return new RegExp(`^${upload}/${servicePath}${flatPath.replaceAll(/\{\w+\}/g, '[^/:]+')}$`);
}
