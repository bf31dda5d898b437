import { cleanText } from './clean-text.ts';
import { isObject, objects } from './envelope.ts';

/** What the typed `details` of an error tell (https://google.aip.dev/193). Missing parts are empty strings. */
export interface ErrorDetails {
  /** ErrorInfo's reason, e.g. SERVICE_DISABLED. */
  errorInfo: string;
  /** The permission that IAM says is missing. */
  permission: string;
  /** The identifier under which VPC Service Controls noted its refusal. */
  violation: string;
}

export function readDetails(details: unknown): ErrorDetails {
  const told: ErrorDetails = { errorInfo: '', permission: '', violation: '' };
  for (const detail of objects(details)) {
    told.errorInfo ||= cleanText(detail.reason);
    if (isObject(detail.metadata)) {
      told.permission ||= cleanText(detail.metadata.permission);
      if (detail.reason === 'SECURITY_POLICY_VIOLATED')
        told.violation ||= cleanText(detail.metadata.uid);
    }
    for (const { type, description } of objects(detail.violations)) {
      if (type === 'VPC_SERVICE_CONTROLS') told.violation ||= cleanText(description);
    }
  }
  return told;
}
