import type { ProjectPermissions } from '../../ports/project-permissions.ts';
import { type Endpoints, google } from './endpoints.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { readPermissions } from './metadata-answers.ts';

/** https://cloud.google.com/resource-manager/reference/rest/v1/projects/testIamPermissions */
export function googleProjectPermissions(endpoints: Endpoints = google): ProjectPermissions {
  return async ({ token }, { project, permissions }, signal) =>
    fetchAnswer(
      'testIamPermissions',
      {
        url: `${endpoints.projects}${encodeURIComponent(project)}:testIamPermissions`,
        json: { permissions },
        token,
        callMs: endpoints.callMs,
      },
      signal,
      readPermissions,
    );
}
