import { workingCopy } from './working-copy.ts';

let made: { folder: string } | { missing: string } | undefined;

/** Whether Terraform and its provider are to be had: a copy of terraform/ that is ready, or why there is none. */
export function terraformHere(): { folder: string } | { missing: string } {
  try {
    made ??= { folder: workingCopy() };
  } catch (error) {
    made = { missing: error instanceof Error ? error.message : String(error) };
  }
  return made;
}

/** For `describe.skipIf`. */
export const withoutTerraform = (): boolean => 'missing' in terraformHere();

/** Where the copy lies; refuses with what is missing. */
export function requireTerraform(): string {
  const here = terraformHere();
  if ('folder' in here) return here.folder;
  throw new Error(
    `This needs Terraform 1.11 or newer (https://developer.hashicorp.com/terraform/install) and its provider hashicorp/google: ${here.missing}`,
  );
}
