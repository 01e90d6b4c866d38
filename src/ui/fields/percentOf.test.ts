import { percentOf } from './percentOf';

it('shows every hundredth of a per cent as it was typed', () => {
  const typed = Array.from({ length: 10_001 }, (_, bp) => Number((bp / 100).toFixed(2)));
  expect(typed.filter((percent) => percentOf(percent / 100) !== percent)).toEqual([]);
});

it.each([
  [0.07, 7],
  [1.1 - 1, 10],
  [0.000_012_5, 0.001_25],
  [0, 0],
])('%p is %p %%', (share, percent) => {
  expect(percentOf(share)).toBe(percent);
});
