import type { Answer } from './answer.ts';
import type { AccessToken } from './identity.ts';

/** Which of the permissions the account has on a project as a whole (Resource Manager's testIamPermissions). */
export type ProjectPermissions = (
  accessToken: AccessToken,
  asked: { project: string; permissions: string[] },
  signal: AbortSignal,
) => Promise<Answer<string[]>>;
