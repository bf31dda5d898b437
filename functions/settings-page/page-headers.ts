import { createHash } from 'node:crypto';
import { functionAddresses, type PageSettings } from './page-settings.ts';

/**
 * The page runs its own files alone, and of the text in its HTML the one script with this very content. It talks to the
 * functions and the issuer's token endpoint alone: exact addresses, since anybody can host beside us under a wildcard
 * (https://www.w3.org/TR/CSP3/, THREATS 48).
 */
export function pageHeaders(settings: PageSettings, scripts: string[]): Record<string, string> {
  const connect = new Set([
    ...Object.values(functionAddresses(settings)).flatMap(itAndBelow),
    settings.signIn.tokenEndpoint,
  ]);
  const policy = [
    "default-src 'none'",
    `script-src ${["'self'", ...new Set(scripts.map(hashSource))].join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${[...connect].join(' ')}`,
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

const hashSource = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
