import { shortNumber } from './shortNumber';

describe('shortNumber', () => {
  it.each([
    [58.2905, '58.3'],
    [48, '48'],
    [1234, '1234'],
    [1234.56, '1235'],
    [0.15 * 100, '15'],
    [0.285 * 100, '28.5'],
    [1.25, '1.25'],
    [0.0123456, '0.0123'],
    [0, '0'],
  ])('%p reads %p', (value, text) => expect(shortNumber(value)).toBe(text));
});
