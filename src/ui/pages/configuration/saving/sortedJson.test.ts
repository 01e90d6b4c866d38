import { sortedJson } from './sortedJson';

describe('sortedJson', () => {
  it('writes what says the same in the same way, at any depth', () => {
    const mine = { sources: [{ uid: 'a', profiles: [] }], currency: 'EUR' };
    const theirs = { currency: 'EUR', sources: [{ profiles: [], uid: 'a' }] };
    expect(sortedJson(mine, 2)).toBe(sortedJson(theirs, 2));
    expect(sortedJson(mine)).toBe('{"currency":"EUR","sources":[{"profiles":[],"uid":"a"}]}');
  });

  it.each([
    ['the order of a list', ['b', 'a'], '["b","a"]'],
    ['nothing', null, 'null'],
    ['text', 'x', '"x"'],
    ['what JSON cannot say', undefined, undefined],
  ])('keeps %s', (_, value, text) => expect(sortedJson(value)).toBe(text));
});
