import { format, resolveConfig } from 'prettier';
import { rightsTable } from './rights-table.ts';

/** docs/rights.md as it should be. */
export async function rightsDocument(): Promise<string> {
  const path = 'docs/rights.md';
  return format(rightsTable(), { ...(await resolveConfig(path)), filepath: path });
}
