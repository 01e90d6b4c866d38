import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlDocument, type YamlValue } from './yamlDocument';

describe('yamlDocument', () => {
  it('reads back as what was written, whatever the texts', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\nb', ' a\n b', 'a\n\nb ', 'yes', '0x1', '- a', '#', '\ta\nb', 'a: b\nc: d'));
    const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.constantFrom('a', 'yes', '__x__'), fc.string({ minLength: 1 })), tie('value'), { maxKeys: 3, noNullPrototype: true })
      ),
    }));
    fc.assert(
      fc.property(value, (v) => {
        // The proto name is no field anywhere.
        fc.pre(!JSON.stringify(v).includes('__proto__'));
        expect(parse(yamlDocument({ root: v }))).toEqual({ root: v });
      })
    );
  });

  it('leaves out what is undefined', () => expect(yamlDocument({ a: 1, b: undefined })).toBe('a: 1\n'));

  it('keeps long expressions readable', () => expect(yamlDocument({ expr: 'a\n+\nb' })).toBe('expr: |-\n  a\n  +\n  b\n'));
});
