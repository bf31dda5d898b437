import { scanner, type Seen } from './canary/scanner.ts';
import { ofPrivateKey } from './canary/secret.ts';

export type { Seen } from './canary/scanner.ts';

/** Where something of a private key stands in what was seen. */
export function leaks(privateKeys: string[], seen: Seen[]): string[] {
  const scan = scanner(privateKeys.flatMap(ofPrivateKey));
  return [...new Set(scan(seen).map(({ where }) => where))];
}
