import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Answered } from '../../send.ts';
import type { Afterwards } from '../afterwards.ts';

/** The policy's directives by their names. */
function policyOf(answer: Answered | undefined): Record<string, string[]> {
  const header = String(answer?.headers['content-security-policy']);
  return Object.fromEntries(
    header.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

export const ofPage: Afterwards = {
  'csp-page'(_, [answer]) {
    const policy = policyOf(answer);
    for (const name of ['default-src', 'base-uri', 'frame-ancestors'])
      expect([name, policy[name]]).toEqual([name, ["'none'"]]);
    expect(policy['object-src'] ?? policy['default-src']).toEqual(["'none'"]);
    expect(policy['form-action']).toBeDefined();
    const scripts = policy['script-src'] ?? [];
    expect(scripts.join(' ')).not.toMatch(/unsafe-|\*|https?:(?:\s|$)/);
    for (const sources of Object.values(policy)) expect(sources.join(' ')).not.toContain('*');
    expect(answer?.headers['x-content-type-options']).toBe('nosniff');
    expect(answer?.headers['referrer-policy']).toMatch(/no-referrer|strict/);
    expect(answer?.headers['cross-origin-opener-policy']).toBe('same-origin');
  },

  'csp-inline-matches-hash'(_, [answer]) {
    const policy = policyOf(answer);
    const html = answer?.text ?? '';
    const hashed = (text: string) =>
      `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    for (const [tag, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      for (const [, attributes = '', text = ''] of html.matchAll(
        new RegExp(`<${tag}\\b([^>]*)>([^]*?)</${tag}>`, 'g'),
      )) {
        if (attributes.includes('src=')) expect(attributes).toMatch(/src="\/[^/]/);
        else if (!attributes.includes('application/json'))
          expect(policy[directive]).toContain(hashed(text));
      }
    }
    for (const [, address = ''] of html.matchAll(/<link\b[^>]*href="([^"]+)"/g))
      expect(address).toMatch(/^\/[^/]/);
    const tags = html.match(/<[a-z][^>]*>/g) ?? [];
    for (const each of tags) expect(each).not.toMatch(/\son\w+=|javascript:|\sstyle=/i);
  },
};
