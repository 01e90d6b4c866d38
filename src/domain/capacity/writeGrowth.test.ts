import { writeGrowth } from './writeGrowth';

describe('writeGrowth', () => {
  it.each([
    [0.429, '+42.9 %'],
    [-0.048, '-4.8 %'],
    [0, '0 %'],
  ])('writeGrowth(%p) is %s', (value, text) => {
    expect(writeGrowth(value)).toBe(text);
  });
});
