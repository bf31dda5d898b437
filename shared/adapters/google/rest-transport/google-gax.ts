/**
 * Stands in a function's bundle where the generated clients look for google-gax: what they and Firestore's own layer use
 * of it, over REST, with nothing of gRPC, protobuf.js, gaxios or google-auth-library. See
 * docs/decisions/2026-11-24-a-lean-transport-under-google-s-clients.md.
 */
import { stringify } from 'node:querystring';
import { CallSettings, createDefaultBackoffSettings, RetryOptions } from './call-settings.ts';
import { constructSettings } from './construct-settings.ts';
import { createApiCall } from './create-api-call.ts';
import { GoogleError } from './google-error.ts';
import { GrpcClient } from './grpc-client.ts';
import { insecure } from './insecure-credentials.ts';
import { PageDescriptor } from './page-descriptor.ts';
import { PathTemplate } from './path-template.ts';
import { Status } from './status.ts';
import { StreamDescriptor, StreamType } from './stream-descriptor.ts';
import { UnusedClient } from './unused-client.ts';
import { version } from './version.ts';

export {
  CallSettings,
  constructSettings,
  createApiCall,
  createDefaultBackoffSettings,
  GoogleError,
  GrpcClient,
  PageDescriptor,
  PathTemplate,
  RetryOptions,
  Status,
  StreamDescriptor,
  StreamType,
  version,
};

export const LocationsClient = UnusedClient;
export const IamClient = UnusedClient;

export const routingHeader = { fromParams: stringify };

/** Requests and answers hold payloads of secrets: nobody logs them. */
const silent = {
  info() {
    /* on purpose */
  },
};
export const loggingUtils = { log: () => silent };

export const grpc = { credentials: { createInsecure: () => insecure } };

export function warn(): void {
  // google-gax' warnings are about options that we do not give
}

/** An error's details are JSON already. */
export function decodeAnyProtosInArray(details: unknown[]): unknown[] {
  return details;
}
export const protobuf = { Root: { fromJSON: () => ({}) } };

/** REST is what all of this is, whichever of the two a client takes. */
export const fallback = {
  CallSettings,
  constructSettings,
  createApiCall,
  createDefaultBackoffSettings,
  decodeAnyProtosInArray,
  GoogleError,
  grpc,
  GrpcClient,
  IamClient,
  LocationsClient,
  loggingUtils,
  PageDescriptor,
  PathTemplate,
  protobuf,
  RetryOptions,
  routingHeader,
  Status,
  StreamDescriptor,
  StreamType,
  version,
  warn,
};
