import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageTokens } from '../../shared/http/page-token.ts';
import { speltOtherwise } from '../support/spelt-otherwise.ts';

const tokens = pageTokens(new Uint8Array(32).fill(1));
const refused = { code: 'page-token-invalid' };

describe('THREATS 15: a page token', () => {
  test('opens for what it was made for', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (cursor, purpose) => {
        expect(tokens.open(tokens.seal(cursor, purpose), purpose)).toEqual(
          JSON.parse(JSON.stringify(cursor)),
        );
      }),
    );
  });

  test('opens for nothing else: another workspace, call or query', () => {
    const token = tokens.seal({ page: 2 }, '["demo","GET","/"]');
    expect(() => tokens.open(token, '["other","GET","/"]')).toThrow(
      expect.objectContaining(refused),
    );
  });

  test('does not open when any bit of it is bent', () => {
    const bytes = Buffer.from(tokens.seal({ page: 2 }, 'x'), 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const bent = Buffer.from(bytes);
        bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => tokens.open(bent.toString('base64url'), 'x')).toThrow(
          expect.objectContaining(refused),
        );
      }),
    );
  });

  test('does not open in another spelling of its bytes', () => {
    const lengths = ['', 'x', 'xx'].map((page) => tokens.seal({ page }, 'x'));
    const others = lengths
      .filter((token) => token.length % 4 !== 0)
      .map(speltOtherwise)
      .concat(lengths.map((token) => `${token}==`));
    expect(others).toHaveLength(5);
    for (const token of others) {
      expect(() => tokens.open(token, 'x')).toThrow(expect.objectContaining(refused));
    }
  });

  test('is nothing that a stranger can make up', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6000 }), (token) => {
        expect(() => tokens.open(token, 'x')).toThrow(expect.objectContaining(refused));
      }),
    );
  });

  test('does not tell what it holds', () => {
    expect(
      Buffer.from(tokens.seal({ secret: 'con-123' }, 'x'), 'base64url').toString('latin1'),
    ).not.toContain('con-');
  });
});
