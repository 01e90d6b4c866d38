import { parseNumber } from './parseNumber';

const limits = { min: 1, max: 400 };

it.each([
  ['90', 90],
  [' 1.5 ', 1.5],
  ['1.5e2', 150],
])('reads %j', (text, value) => {
  expect(parseNumber(text, limits)).toBe(value);
});

it.each(['', ' ', 'many', '1e999', 'NaN', '0', '401', '-3', '1 2', '0x10', '1,5', '1,500', '1.5,0'])('says what is wrong with %j', (text) => {
  expect(parseNumber(text, limits)).toEqual(expect.stringMatching(/\.$/));
});

it('refuses a fraction where whole things are counted', () => {
  expect(parseNumber('1.5', { ...limits, integer: true })).toBe('A whole number is needed.');
});

it('says that a comma is not guessed at', () => {
  expect(parseNumber('1,500', { min: 0, max: 1e9 })).toBe('A number with a point as decimal sign is needed: a comma may also part thousands.');
});
