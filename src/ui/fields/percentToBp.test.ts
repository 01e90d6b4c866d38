import { percentToBp } from './percentToBp';

it('takes every hundredth of a per cent as it was typed', () => {
  const wrong = Array.from({ length: 10_001 }, (_, bp) => bp).filter((bp) => percentToBp(Number((bp / 100).toFixed(2))) !== bp);
  expect(wrong).toEqual([]);
});

it.each([
  ['8.2', 820],
  ['4.35', 435],
  ['2.01', 201],
  ['64.1', 6_410],
  // Never above what was asked for.
  ['12.345', 1_234],
  ['12.349999', 1_234],
  ['100', 10_000],
])('%s %% is %p', (typed, bp) => {
  expect(percentToBp(Number(typed))).toBe(bp);
});
