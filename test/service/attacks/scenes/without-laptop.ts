import type { Attack } from '../table.ts';

/**
 * Two attacks are aimed at what a deployment does not have. They are sent all the same, and what then has to come is said
 * here with the reason; docs/security.md says it, too.
 */
export const withoutLaptop: Record<string, Partial<Attack>> = {
  // DNS rebinding needs a service at 127.0.0.1 that answers whoever reaches it. A deployed function is reached by
  // Google's front end under its own names alone, and its Host decides nothing: the token does.
  'laptop-rebinding': {
    expect: { status: [200], headersMustNotContain: ['evil.example'] },
  },
  // No bundle hands out tokens: the issuer is somebody else's. So there is nothing to be asked at any of them.
  'laptop-token-maker-cors': {
    function: 'settings-page',
    path: '/issuer/token',
    expect: { status: [404, 405] },
  },
};
