import { type Endpoints, google } from '../../shared/adapters/google/endpoints.ts';

/** The stand-in for Google has all of its hosts in one place. */
export function endpointsUnder(sandbox: string): Endpoints {
  return {
    token: `${sandbox}/token`,
    certificates: `${sandbox}/robot/v1/metadata/x509/`,
    bigquery: sandbox,
    projects: `${sandbox}/v1/projects/`,
    callMs: google.callMs,
  };
}
