import { TraceableDefect } from './traceable-defect.ts';

/** Google refuses the function's own service account: whoever deployed it has to grant something. */
export class PermissionDenied extends TraceableDefect {
  override readonly name = 'PermissionDenied';
  readonly permission: string;
  readonly resource: string;

  /** `reason` as IAM_PERMISSION_DENIED or SERVICE_DISABLED. */
  constructor(permission: string, resource: string, reason?: string) {
    super('Google denies a permission to the service account of this function.', {
      permission,
      resource,
      ...(reason !== undefined && { reason }),
    });
    this.permission = permission;
    this.resource = resource;
  }
}
