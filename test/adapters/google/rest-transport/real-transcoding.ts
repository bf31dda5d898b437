import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';
import type { Descriptor } from '../../../../shared/adapters/google/rest-transport/descriptors.ts';

// The package exports no such path.
const load = createRequire(import.meta.url);
const { decodeResponse, encodeRequest } = load(
  join(dirname(load.resolve('google-gax')), 'fallbackRest.js'),
) as RealTranscoder;

interface RealTranscoder {
  encodeRequest: (
    method: protobuf.Method,
    protocol: string,
    servicePath: string,
    servicePort: number,
    request: object,
    numericEnums: boolean,
    minifyJson: boolean,
  ) => { method: string; url: string; body: unknown };
  decodeResponse: (method: protobuf.Method, ok: boolean, response: Buffer) => object;
}

/** What google-gax itself makes of requests and answers, with the client's whole descriptors. */
export function realTranscoding(descriptors: Descriptor, service: string, name: string) {
  const root = protobuf.Root.fromJSON(descriptors);
  root.resolveAll();
  const method = root.lookupService(service).methods[name];
  if (!method) throw new TypeError(`${service} has no ${name}`);
  return {
    encode(request: object) {
      const {
        method: verb,
        url,
        body,
      } = encodeRequest(method, 'https', 'host', 443, request, true, false);
      return { verb, path: url.slice('https://host:443'.length), body: String(body) };
    },
    decode: (json: string): object => decodeResponse(method, true, Buffer.from(json)),
  };
}
