/** https://sqlite.org/rescode.html */
export const sqliteBusy = 5;

/** The primary result code of what node:sqlite throws, without the extended bits. */
export function resultCode(error: unknown): number | undefined {
  const carriesCode = error instanceof Error && 'errcode' in error;
  return carriesCode && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
