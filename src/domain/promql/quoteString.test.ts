import fc from 'fast-check';
import { quoteString } from './quoteString';

/** Reads a literal back the way PromQL does. */
function unquote(literal: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"' };
  return literal
    .slice(1, -1)
    .replace(/\\(?:x([0-9a-f]{2})|(.))/gs, (_all, hex: string | undefined, char: string) =>
      hex === undefined ? (named[char] ?? '?') : String.fromCharCode(parseInt(hex, 16))
    );
}

describe('quoteString', () => {
  it.each([
    ['a plain name', 'checkout', '"checkout"'],
    ['nothing', '', '""'],
    ['quotes', 'say "hi"', '"say \\"hi\\""'],
    ['a backslash', 'a\\b', '"a\\\\b"'],
    ['a backslash before a quote', '\\"', '"\\\\\\""'],
    ['a newline', 'a\nb', '"a\\nb"'],
    ['a tab and a return', '\t\r', '"\\t\\r"'],
    ['a zero byte', '\u0000', '"\\x00"'],
    ['braces', '{a="b"}', '"{a=\\"b\\"}"'],
    ['unicode', 'größe-日本-🚀', '"größe-日本-🚀"'],
  ])('writes %s', (_name, value, literal) => {
    expect(quoteString(value)).toBe(literal);
  });

  it('reads back as the same text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(unquote(quoteString(value))).toBe(value);
      })
    );
  });

  it('never leaves a raw line break inside the literal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(quoteString(value)).not.toMatch(/[\n\r]/);
      })
    );
  });
});
