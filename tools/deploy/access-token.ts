import { recordOf } from './read-outputs.ts';

const path = 'computeMetadata/v1/instance/service-accounts/default/token';

/**
 * A token of whoever runs this: the one that is given (GOOGLE_OAUTH_ACCESS_TOKEN, as Terraform has it), or on Google's
 * machines, such as Cloud Build's, the account's own. Without either there is none.
 */
export async function accessToken(
  env: Record<string, string | undefined> = process.env,
): Promise<string | undefined> {
  const given = env.GOOGLE_OAUTH_ACCESS_TOKEN;
  if (given !== undefined && given !== '') return given;
  const host = env.GCE_METADATA_HOST ?? 'metadata.google.internal';
  try {
    const answer = await fetch(`http://${host}/${path}`, {
      headers: { 'metadata-flavor': 'Google' },
      signal: AbortSignal.timeout(5000),
    });
    const { access_token: token } = recordOf(await answer.json());
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined; // no machine of Google's
  }
}
