import fc from 'fast-check';
import { anyOf, escapeRegex, MATCH_NOTHING } from './escapeRegex';

const anchored = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 's');

describe('escapeRegex', () => {
  it.each([
    ['a route with a parameter', '/users/{id}', '/users/\\{id\\}'],
    ['dots and stars', 'a.b*', 'a\\.b\\*'],
    ['an alternative', 'a|b', 'a\\|b'],
    ['a class', '[x]', '\\[x\\]'],
    ['anchors', '^$', '\\^\\$'],
    ['a backslash', '\\d', '\\\\d'],
    ['a dash, which RE2 does not want escaped', 'a-b', 'a-b'],
  ])('escapes %s', (_name, value, pattern) => {
    expect(escapeRegex(value)).toBe(pattern);
  });

  it('matches the value itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (v) => anchored(escapeRegex(v)).test(v)));
  });
});

describe('anyOf', () => {
  it('matches exactly the values given', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string(), (values, other) => {
        expect(values.every((v) => anchored(anyOf(values)).test(v))).toBe(true);
        expect(anchored(anyOf(values)).test(other)).toBe(values.includes(other));
      })
    );
  });

  it('matches nothing for an empty list, not everything', () => {
    expect(anyOf([])).toBe(MATCH_NOTHING);
    expect(['', 'a', '\n', '$.^'].some((v) => anchored(anyOf([])).test(v))).toBe(false);
  });
});
