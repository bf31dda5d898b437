/** Where Google is asked. Nothing that a customer uploads chooses among hosts; deployed code passes `google` alone. */
export interface Endpoints {
  token: string;
  certificates: string;
  bigquery: string;
  /** Followed by `{project}:testIamPermissions`. */
  projects: string;
  /** How long one call may take, its retries included. */
  callMs: number;
}

export const google: Endpoints = {
  token: 'https://oauth2.googleapis.com/token',
  certificates: 'https://www.googleapis.com/robot/v1/metadata/x509/',
  bigquery: 'https://bigquery.googleapis.com',
  projects: 'https://cloudresourcemanager.googleapis.com/v1/projects/',
  callMs: 10_000,
};

/** The audience of every assertion, whatever the endpoint (https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests). */
export const tokenAudience = 'https://oauth2.googleapis.com/token';
