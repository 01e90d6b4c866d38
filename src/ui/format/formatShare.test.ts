import { formatShare } from './formatShare';

describe('formatShare', () => {
  it.each([
    [0, '0'],
    [1, '100'],
    [0.43, '43'],
    [0.994, '99'],
    [0.07, '7'],
    [0.042, '4.2'],
    [0.004, '0.40'],
    [0.0002, '0.02'],
    [1.25, '125'],
    [-0.12, '−12'],
  ])('%p reads %p %%', (value, text) => {
    expect(formatShare(value)).toBe(`${text}\u00a0%`);
  });
});
