import { niceTicks } from './niceTicks';

describe('niceTicks', () => {
  test.each([
    ['round steps', 10, 5, [0, 2, 4, 6, 8, 10]],
    ['a maximum between ticks', 3.4, 4, [0, 1, 2, 3]],
    ['fractions without float dust', 0.35, 4, [0, 0.1, 0.2, 0.3]],
    ['thousands', 4200, 5, [0, 1000, 2000, 3000, 4000]],
    ['nothing above 0', 0, 5, [0]],
    ['not a number', NaN, 5, [0]],
    ['infinite', Infinity, 5, [0]],
  ])('%s', (_, max, count, ticks) => {
    expect(niceTicks(max, count)).toEqual(ticks);
  });
});
