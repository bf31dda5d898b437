import type { PageSettings } from './page-settings.ts';

/**
 * The page runs its own files alone and talks to the functions and the issuer's token endpoint alone: exact addresses,
 * since anybody can host beside us under a wildcard (https://www.w3.org/TR/CSP3/, THREATS 48).
 */
export function pageHeaders({ pageUrl, functions, signIn }: PageSettings): Record<string, string> {
  const connect = [
    `${pageUrl}/config.json`,
    ...new Set([...Object.values(functions).flatMap(itAndBelow), signIn.tokenEndpoint]),
  ];
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
  };
}

/** A path without a slash at its end means itself alone; with one, all that is below. */
const itAndBelow = (address: string): string[] => [address, `${address}/`];
