import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { openApi } from '../../shared/http/open-api.ts';
import { endpointsOfFunctions } from '../local-service/endpoints-of-functions.ts';

const file = 'functions/settings-page/page/api/open-api.d.ts';

/** The functions' calls as TypeScript knows them, from the description that is served: for the page and any other client. */
export async function apiTypes(): Promise<{ file: string; text: string }> {
  const description = openApi(await endpointsOfFunctions<never>(), 'http://localhost:8080');
  const text = astToString(await openapiTS(JSON.stringify(description)));
  const head = '// Written by `npm run api-types` from the OpenAPI description; do not edit.\n';
  const options = await resolveConfig(file);
  return { file, text: await format(head + text, { ...options, filepath: file }) };
}
