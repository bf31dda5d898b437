import { projectId } from '../../schemas/identifiers.ts';
import { like, variable } from './variable.ts';

/** Where a function and its records are. */
export const placeVariables = {
  GOOGLE_CLOUD_PROJECT: variable(
    'be the id of the project in which the service runs',
    (text) => projectId.safeParse(text).success,
  ),
  FIRESTORE_DATABASE: variable(
    'be the id of the Firestore database',
    like(/^[a-z][a-z0-9-]{2,61}[a-z0-9]$/),
  ),
};
